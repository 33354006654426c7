import { Gauge, type Registry } from 'prom-client';
import { type Clock, seconds } from '../../kit/time.ts';
import type { AuditChaining } from './auditChaining.ts';

/** Metrics of waiting entries, which grow when nobody chains any more; NaN while the database does not answer. */
export function watchChaining(
  { chaining, clock }: { chaining: AuditChaining; clock: Clock },
  registry: Registry,
): void {
  new Gauge({
    name: 'thawline_audit_entries_waiting_seconds',
    help: 'For how long the oldest entry of the audit trail that is not chained yet has been waiting',
    registers: [registry],
    async collect() {
      const age = ({ since }: { since: string | undefined }) =>
        since === undefined ? 0 : (clock().getTime() - Date.parse(since)) / seconds;
      this.set(await chaining.waiting().then(age, () => Number.NaN));
    },
  });
}
