import type { Listener } from './listener.ts';
import { forTheQuestion } from './outcome.ts';

/** What answers the open question interrupts nothing, whatever it would mean elsewhere. */
export const answer: Listener<never> = async ({ said, open }) =>
  open?.isAnsweredBy(said) ? forTheQuestion : undefined;
