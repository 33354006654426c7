import type { Listener } from './listener.ts';
import { forTheQuestion } from './outcome.ts';

/** Leaves a turn that answers the open question to that question, whatever it would mean elsewhere. */
export const answer: Listener<never> = async ({ said, open }) =>
  open?.isAnsweredBy(said) ? forTheQuestion : undefined;
