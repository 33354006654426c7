import { mainChoices } from '../messages/mainChoices.ts';
import type { ListenedTurn, Means } from './listener.ts';
import { askAgain, type Outcome, over } from './outcome.ts';

/** After an answer in between: the open question again; where nothing is open, what else there is to do. */
export async function whatElse(
  { context, open }: ListenedTurn,
  { speaker }: Pick<Means, 'speaker'>,
): Promise<Outcome> {
  if (open) return askAgain;
  await speaker.say(context, 'anythingElse', {}, { choices: mainChoices });
  return over;
}
