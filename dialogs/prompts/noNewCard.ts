import type { NamedCard } from '../../services/contract/card.ts';
import { awaitedBy } from './awaited.ts';
import type { OpenQuestion } from './question.ts';
import { UnfreezeQuestion } from './unfreezeQuestion.ts';

/** Whether the number is the answer to the open question, or that of the card which the question names already. */
export function isNoNewCard(open: OpenQuestion | undefined, { card }: NamedCard): boolean {
  if (awaitedBy(open).what === 'cardNumber') return true;
  return open?.id === UnfreezeQuestion.id && (open.about as NamedCard).card === card;
}
