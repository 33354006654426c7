import type { DialogContext } from '../state/sdkDialogs.ts';
import { type ItemAsked, itemAsked } from './authenticationItemQuestion.ts';
import { CardNumberQuestion } from './cardNumberQuestion.ts';
import { FreezeQuestion } from './freezeQuestion.ts';
import { type OpenQuestion, openQuestion } from './question.ts';
import { type LinkSent, SecureLinkQuestion } from './secureLinkQuestion.ts';

/** The awaited answer, with all that the edge must know to seal the next message. */
export type Awaited =
  | { what: 'cardNumber' }
  | ({ what: 'authenticationItem' } & ItemAsked)
  /** A customer who is busy elsewhere and may be long in coming back. */
  | { what: 'return' }
  | { what: 'words' };

export function awaited(dialogContext: DialogContext): Awaited {
  return awaitedBy(openQuestion(dialogContext));
}

export function awaitedBy(open: OpenQuestion | undefined): Awaited {
  if (open?.id === CardNumberQuestion.id || open?.id === FreezeQuestion.id) return { what: 'cardNumber' };
  const asked = itemAsked(open);
  if (asked) return { what: 'authenticationItem', ...asked };
  return { what: open?.id === SecureLinkQuestion.id ? 'return' : 'words' };
}

/** Whether the conversation waits for this link and the customer has not heard its outcome yet. */
export function awaitsLink(dialogContext: DialogContext, authenticationRequest: string): boolean {
  const question = openQuestion(dialogContext);
  if (question?.id !== SecureLinkQuestion.id) return false;
  const { id, standing } = question.about as LinkSent;
  return id === authenticationRequest && standing !== 'over';
}
