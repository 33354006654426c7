import type { NamedCard } from '../../services/contract/card.ts';
import { awaitedBy } from './awaited.ts';
import type { OpenQuestion } from './question.ts';
import { UnfreezeQuestion } from './unfreezeQuestion.ts';

/** Whether a number answers the open question or repeats the card that the question names. */
export function isNoNewCard(open: OpenQuestion | undefined, { card }: NamedCard): boolean {
  if (awaitedBy(open).what === 'cardNumber') return true;
  return open?.id === UnfreezeQuestion.id && (open.about as NamedCard).card === card;
}
