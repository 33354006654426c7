import { goesOn } from './goesOn.ts';
import type { Listener } from './listener.ts';
import { over } from './outcome.ts';

/** Who only goes on with a case that has moved to another conversation does so there; nothing is answered twice. */
export const movedAway: Listener<never> = async ({ said, movedAway }) => {
  if (!movedAway) return undefined;
  const saysNothing = said.found?.what === 'returned' || said.found?.what === 'linkConcluded';
  return saysNothing || goesOn(said) ? over : undefined;
};
