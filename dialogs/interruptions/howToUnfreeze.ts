import { mainChoices } from '../messages/mainChoices.ts';
import type { ListenedTurn, Means } from './listener.ts';
import { begin, type Outcome, over } from './outcome.ts';
import { saysOrOffers } from './saidOften.ts';

/** Tells how to unfreeze the card that was just mentioned, or any card. It does not begin the unfreezing. */
export async function howToUnfreeze(
  turn: ListenedTurn,
  means: Pick<Means, 'speaker' | 'spokenOf' | 'notUnderstood'>,
): Promise<Outcome> {
  const spoken = await means.spokenOf.get(turn.context, null);
  if (spoken?.frozen) return begin({ card: spoken.card, onlyHow: true });
  await saysOrOffers(turn, means, 'howToUnfreeze', { choices: mainChoices });
  return over;
}
