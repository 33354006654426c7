import { goesOn, isOnlyWords } from './goesOn.ts';
import type { Listener } from './listener.ts';

/** Who begins with nothing of their own is offered a case that the same telephone has open on another channel. */
export const caseOffer: Listener<'moving'> = async ({ context, said, open }, { moving }) => {
  if (open || !isOnlyWords(said.found) || !goesOn(said)) return undefined;
  return (await moving.canBeOffered(context)) ? { next: 'begin', with: { offersCase: true } } : undefined;
};
