import type { RiskSaid } from '../cardSystem/cardSystem.ts';
import type { Condition } from './condition.ts';
import { type FreezePolicy, policyOn } from './policy.ts';

/** What counts where a policy says nothing of a bank that is silent: who holds the registered phone goes on. */
const usualWhenSilent: Decided = 'askMore';

type Decided = Exclude<RiskSaid['says'], 'silent'>;

/** What a risk decision comes to, of a freeze that can be lifted remotely; silence as the policy says. */
export function decided(line: Extract<FreezePolicy, { remote: true }>, says: RiskSaid['says']): Decided {
  return says === 'silent' ? (line.riskSilent ?? usualWhenSilent) : says;
}

/** The bank's own risk decision does not refuse it. The customer hears of it as of any freeze that a person must lift. */
export const riskAllows: Condition = ({ freezes, risk, channel }, policy) => {
  for (const reason of freezes) {
    const line = policyOn(policy, reason, channel);
    if (line.remote && decided(line, risk) === 'refuse') return { obstacle: 'notRemote', help: line.help };
  }
  return undefined;
};
