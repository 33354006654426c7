import { asksForLink, takesLink } from '../prompts/linkWish.ts';
import { isForLink, SecureLinkQuestion } from '../prompts/secureLinkQuestion.ts';
import { meansOtherCard } from '../understanding/asides.ts';
import { isOnlyWords } from './goesOn.ts';
import type { Listener } from './listener.ts';
import { begin, forTheQuestion } from './outcome.ts';

/** A link to the secure form is wanted, for the card that is in hand or was spoken of last. */
export const link: Listener<'spokenOf'> = async ({ context, said, open }, { spokenOf }) => {
  if (open?.id === SecureLinkQuestion.id) return isForLink(said) ? forTheQuestion : undefined;
  if (!isOnlyWords(said.found) || !asksForLink(said) || meansOtherCard(said.words)) return undefined;
  const spoken = await spokenOf.get(context, null);
  if (!open) return spoken?.remote ? begin({ card: spoken.card, byLink: true, returned: true }) : undefined;
  return spoken && takesLink(open, said.words) ? begin({ card: spoken.card, byLink: true }) : undefined;
};
