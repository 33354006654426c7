import type { RiskSaid } from '../cardSystem/cardSystem.ts';
import type { PresetCondition } from './condition.ts';
import { type FreezePolicy, policyOn } from './policy.ts';

/** The default when the bank's risk service does not answer: the customer must prove to hold the registered phone. */
const usualWhenSilent: Decided = 'askMore';

type Decided = Exclude<RiskSaid['says'], 'silent'>;

/**
 * The risk decision for a freeze that can be lifted remotely; where the risk service did not answer, what the policy
 * says for that.
 */
export function decided(line: Extract<FreezePolicy, { remote: true }>, says: RiskSaid['says']): Decided {
  return says === 'silent' ? (line.riskSilent ?? usualWhenSilent) : says;
}

/**
 * The bank's own risk decision must not refuse the unfreezing. The customer hears the same as for any freeze that the
 * bank's staff must lift.
 */
export const riskAllows: PresetCondition = ({ freezes, risk, channel }, policy) => {
  for (const reason of freezes) {
    const line = policyOn(policy, reason, channel);
    if (line.remote && decided(line, risk) === 'refuse') return { obstacle: 'notRemote', help: line.help };
  }
  return undefined;
};
