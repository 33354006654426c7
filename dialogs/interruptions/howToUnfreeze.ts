import { mainChoices } from '../messages/mainChoices.ts';
import type { Means, Turn } from './listener.ts';
import { begin, type Outcome, over } from './outcome.ts';

/** Tells how to unfreeze the card that was just spoken of, or any; who only asks how is not pushed into it. */
export async function howToUnfreeze(
  { context }: Turn,
  { speaker, spokenOf }: Pick<Means, 'speaker' | 'spokenOf'>,
): Promise<Outcome> {
  const spoken = await spokenOf.get(context, null);
  if (spoken?.frozen) return begin({ card: spoken.card, onlyHow: true });
  await speaker.say(context, 'howToUnfreeze', {}, { choices: mainChoices });
  return over;
}
