import { authenticationItems } from '../contract/items/index.ts';
import type { PresetCondition } from './condition.ts';
import { mustBeReserved } from './demands.ts';
import { policyOn } from './policy.ts';

/** Every demanded item must be reserved, and at least one item must be, since only reserved items can be asked for. */
export const demandsAreReserved: PresetCondition = ({ freezes, reserved, channel }, policy) => {
  const somethingIs = authenticationItems.some((item) => reserved[item]);
  for (const reason of freezes) {
    const { help, ...rest } = policyOn(policy, reason, channel);
    if (!rest.remote) continue;
    const isMet = somethingIs && mustBeReserved[rest.demand].every((item) => reserved[item]);
    if (!isMet) return { obstacle: 'notRemote', help };
  }
  return undefined;
};
