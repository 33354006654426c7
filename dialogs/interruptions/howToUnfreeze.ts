import { mainChoices } from '../messages/mainChoices.ts';
import type { ListenedTurn, Means } from './listener.ts';
import { begin, type Outcome, over } from './outcome.ts';

/** Tells how to unfreeze the card that was just mentioned, or any card. It does not begin the unfreezing. */
export async function howToUnfreeze(
  { context }: ListenedTurn,
  { speaker, spokenOf }: Pick<Means, 'speaker' | 'spokenOf'>,
): Promise<Outcome> {
  const spoken = await spokenOf.get(context, null);
  if (spoken?.frozen) return begin({ card: spoken.card, onlyHow: true });
  await speaker.say(context, 'howToUnfreeze', {}, { choices: mainChoices });
  return over;
}
