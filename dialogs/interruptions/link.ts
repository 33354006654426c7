import { asksForLink, takesLink } from '../prompts/linkWish.ts';
import { isForLink, SecureLinkQuestion } from '../prompts/secureLinkQuestion.ts';
import { chosenOf } from '../state/utterance.ts';
import { isPlainLinkWish } from '../understanding/linkWords.ts';
import { isOnlyWords } from './goesOn.ts';
import type { ListenedTurn, Listener } from './listener.ts';
import { begin, forTheQuestion } from './outcome.ts';

/** Whether the turn asks for a link and nothing else, by a key or in words. */
function saysNoMore(said: ListenedTurn['said']): boolean {
  const { words, found } = said;
  return (
    found !== undefined ||
    chosenOf(said, ['choice.newLink', 'choice.newCode']) !== undefined ||
    isPlainLinkWish(words)
  );
}

/** Sends a link to the secure form, for the present card or the one that was mentioned last. */
export const link: Listener<'spokenOf'> = async ({ context, said, open }, { spokenOf }) => {
  if (open?.id === SecureLinkQuestion.id) return isForLink(said) ? forTheQuestion : undefined;
  if (!isOnlyWords(said.found) || !asksForLink(said) || said.passing === 'otherCard') return undefined;
  const spoken = await spokenOf.get(context, null);
  if (!open) return spoken?.remote ? begin({ card: spoken.card, byLink: true, returned: true }) : undefined;
  if (!spoken || !takesLink(open, said.words)) return undefined;
  const { card } = spoken;
  // A story with a link in it is no yes to unfreezing: that is asked once more.
  return begin({ card, byLink: true, ...(!saysNoMore(said) && { returned: true }) });
};
