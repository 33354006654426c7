import type { PresetCondition } from './condition.ts';
import { heldMissing } from './heldMissing.ts';
import { policyOn } from './policy.ts';

/** Everything that the customer must prove to hold must be provable on some channel. */
export const heldCanBeShown: PresetCondition = (circumstances, policy) => {
  const { freezes, channel, canBeShown } = circumstances;
  const stands = freezes.find((reason) =>
    heldMissing({ ...circumstances, freezes: [reason] }, policy).some((held) => !canBeShown.includes(held)),
  );
  return stands && { obstacle: 'notRemote', help: policyOn(policy, stands, channel).help };
};
