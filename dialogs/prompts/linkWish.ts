import type { NamedCard } from '../../services/contract/card.ts';
import { wantsLink } from '../understanding/linkWords.ts';
import { AuthenticationItemQuestion } from './authenticationItemQuestion.ts';
import type { OpenQuestion } from './question.ts';
import { namesOther, UnfreezeQuestion } from './unfreezeQuestion.ts';

/**
 * Whether the customer asks for a link where a card was named and is to be unfrozen: to the question whether to unfreeze
 * it that is a yes, and to one for a secret another way of giving it.
 */
export function wishesLink(open: OpenQuestion | undefined, words: string): boolean {
  if (!wantsLink(words)) return false;
  if (open?.id === AuthenticationItemQuestion.id) return true;
  return open?.id === UnfreezeQuestion.id && !namesOther(words, open.about as NamedCard);
}
