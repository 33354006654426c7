import type { PresetCondition } from './condition.ts';

/**
 * Every freeze must be one that can be lifted remotely. If one of the others needs the branch, the customer is sent to
 * the branch.
 */
export const everyFreezeIsRemote: PresetCondition = ({ freezes }, policy) => {
  const blocking = freezes.map((reason) => policy[reason]).filter(({ remote }) => !remote);
  if (blocking.length === 0) return undefined;
  return { obstacle: 'notRemote', help: blocking.some(({ help }) => help === 'branch') ? 'branch' : 'agent' };
};
