import { goesOn } from './goesOn.ts';
import type { Listener } from './listener.ts';
import { over } from './outcome.ts';

/** Sends a customer who continues a case that has moved to its new conversation, so that nothing is answered twice. */
export const movedAway: Listener<never> = async ({ said, movedAway }) => {
  if (!movedAway) return undefined;
  const saysNothing = said.found?.what === 'returned' || said.found?.what === 'linkConcluded';
  return saysNothing || goesOn(said) ? over : undefined;
};
