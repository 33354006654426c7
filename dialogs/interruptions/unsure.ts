import type { MessageId } from '../../words/conversation.ts';
import { mainChoices } from '../messages/mainChoices.ts';
import { mostTroubles } from '../prompts/question.ts';
import type { WantedIntent } from '../understanding/doubts.ts';
import type { ListenedTurn, Listener, Means } from './listener.ts';
import { type Outcome, over } from './outcome.ts';

/** Each wish as the quick reply that chooses it. */
const choice: Record<WantedIntent, MessageId> = {
  cardStatus: 'choice.cardStatus',
  unfreeze: 'choice.unfreeze',
  howToUnfreeze: 'choice.howToUnfreeze',
  freezeOrReport: 'choice.freeze',
  agent: 'choice.agent',
};

/** Where nothing is open and it may be one wish as well as another, the customer is asked which. */
export const unsure: Listener<'speaker' | 'notUnderstood'> = async (turn, means) =>
  turn.open || turn.said.found ? undefined : asksWhich(turn, means);

/** @returns nothing where there is no doubt */
export async function asksWhich(
  { context, said: { between } }: Pick<ListenedTurn, 'context' | 'said'>,
  { speaker, notUnderstood }: Pick<Means, 'speaker' | 'notUnderstood'>,
): Promise<Outcome | undefined> {
  if (between === undefined) return undefined;
  const times = (await notUnderstood.get(context, 0)) + 1;
  await notUnderstood.set(context, times);
  if (times >= mostTroubles)
    await speaker.say(context, 'notUnderstood.3', {}, { choices: mainChoices, leadsToPerson: true });
  else
    await speaker.say(context, questionBetween(between), {}, { choices: between.map((one) => choice[one]) });
  return over;
}

function questionBetween(between: readonly WantedIntent[]): MessageId {
  const opposite = between.includes('freezeOrReport') && between.includes('unfreeze');
  return opposite ? 'which.freezeOrUnfreeze' : 'which.ask';
}
