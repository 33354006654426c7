import { HandoffStep } from '../../services/contract/handoffPacket.ts';
import { itemAsked } from './authenticationItemQuestion.ts';
import type { OpenQuestion } from './question.ts';

/** Where a conversation stands by the question that is open. */
export function stepOf(open: OpenQuestion | undefined): HandoffStep {
  const step = HandoffStep.safeParse(itemAsked(open)?.item ?? open?.id);
  return step.data ?? 'nothingBegun';
}
