import { goesOn, isOnlyWords } from './goesOn.ts';
import type { Listener } from './listener.ts';

/** Offers a customer who begins without a wish the open case of the same telephone on another channel. */
export const caseOffer: Listener<'moving'> = async ({ context, said, open }, { moving }) => {
  if (open || !isOnlyWords(said.found) || !goesOn(said)) return undefined;
  return (await moving.canBeOffered(context)) ? { next: 'begin', with: { offersCase: true } } : undefined;
};
