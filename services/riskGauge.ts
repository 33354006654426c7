import { Gauge, type Registry } from 'prom-client';
import type { RiskDecisions } from './risk/riskDecisions.ts';

/** A metric of missing risk decisions, for which the policy decides instead. */
export function watchRisk({ risk }: { risk: RiskDecisions | undefined }, registry: Registry): void {
  if (!risk) return;
  new Gauge({
    name: 'thawline_risk_decisions_missing',
    help: 'Unfreezings on which the bank’s risk decision did not come in time or could not be read, since the start',
    registers: [registry],
    collect() {
      this.set(risk.silences);
    },
  });
}
