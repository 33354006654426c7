import type { SentenceId } from '../messages/wording.ts';
import { mostTroubles } from '../prompts/question.ts';
import type { ListenedTurn, Means } from './listener.ts';

/** Whether the same answer was given in the last two turns. A third time would not help, so another answer is needed. */
export async function isSaidOften(
  { context, said }: ListenedTurn,
  { speaker, notUnderstood }: Pick<Means, 'speaker' | 'notUnderstood'>,
  id: SentenceId,
): Promise<boolean> {
  // A key that brings the question back has brought no words; its channel counts it.
  const isAgain = said.found === undefined && (await speaker.said(context)).some((one) => one.id === id);
  const times = isAgain ? (await notUnderstood.get(context, 0)) + 1 : 0;
  await notUnderstood.set(context, times);
  return times >= mostTroubles - 1;
}

/** The answer; the third time in a row, instead of it, that there are people who can help. */
export async function saysOrOffers(
  turn: ListenedTurn,
  means: Pick<Means, 'speaker' | 'notUnderstood'>,
  id: SentenceId,
  choices: Parameters<Means['speaker']['say']>[3] = {},
): Promise<void> {
  const { context, open } = turn;
  if (!(await isSaidOften(turn, means, id))) return means.speaker.say(context, id, {}, choices);
  return open
    ? means.speaker.say(context, 'leave.offerAgent')
    : means.speaker.say(context, 'notUnderstood.3', {}, { ...choices, leadsToPerson: true });
}
