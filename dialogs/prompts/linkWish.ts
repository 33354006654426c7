import type { NamedCard } from '../../services/contract/card.ts';
import type { Utterance } from '../state/utterance.ts';
import { AuthenticationItemQuestion } from './authenticationItemQuestion.ts';
import type { OpenQuestion } from './question.ts';
import { namesOther, UnfreezeQuestion } from './unfreezeQuestion.ts';

/** Whether the customer wants a link to the secure form, in words or by a key. */
export function asksForLink({ passing, found }: Utterance): boolean {
  return found?.what === 'wish' ? found.wish === 'elsewhere' : passing === 'link';
}

/**
 * Whether a link would answer the open question: to the one whether to unfreeze a card it is a yes, unless the words name
 * another card, and to one for a secret another way of giving it.
 */
export function takesLink(open: OpenQuestion, words: string): boolean {
  if (open.id === AuthenticationItemQuestion.id) return true;
  return open.id === UnfreezeQuestion.id && !namesOther(words, open.about as NamedCard);
}
