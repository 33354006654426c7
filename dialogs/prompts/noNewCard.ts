import type { DialogContext } from 'botbuilder-dialogs';
import type { NamedCard } from '../../services/contract/card.ts';
import type { Heard } from '../understanding/heard.ts';
import { awaited } from './awaited.ts';
import { openQuestion } from './question.ts';
import { UnfreezeQuestion } from './unfreezeQuestion.ts';

/** Whether the number is the answer to the open question, or that of the card which the question names already. */
export function isNoNewCard(dialogContext: DialogContext, found: Heard): boolean {
  const open = openQuestion(dialogContext);
  if (found.what !== 'card') return false;
  if (awaited(dialogContext).what === 'cardNumber') return true;
  return open?.id === UnfreezeQuestion.id && (open.about as NamedCard).card === found.card.card;
}
