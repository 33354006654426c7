import type { Condition } from './condition.ts';

/** One freeze that cannot be lifted remotely blocks all. Where one of them needs the branch, the branch it is. */
export const everyFreezeIsRemote: Condition = ({ freezes }, policy) => {
  const blocking = freezes.map((reason) => policy[reason]).filter(({ remote }) => !remote);
  if (blocking.length === 0) return undefined;
  return { obstacle: 'notRemote', help: blocking.some(({ help }) => help === 'branch') ? 'branch' : 'agent' };
};
