import { HandoffStep } from '../../services/contract/handoffPacket.ts';
import { itemAsked } from './authenticationItemQuestion.ts';
import type { OpenQuestion } from './question.ts';

/** The step of a conversation, by its open question. */
export function stepOf(open: OpenQuestion | undefined): HandoffStep {
  const step = HandoffStep.safeParse(itemAsked(open)?.item ?? open?.id);
  return step.data ?? 'nothingBegun';
}
