import type { TurnContext } from 'botbuilder';
import { placeNamed } from '../../words/numbers/place.ts';
import type { Speaker } from './speaker.ts';
import { readAs, utteranceOf } from './utterance.ts';

/** Replaces a bare place in the list that was just offered by the choice at that place. */
export async function takesByPlace(
  turnContext: TurnContext,
  { speaker }: { speaker: Pick<Speaker, 'offeredAt' | 'sentences'> },
): Promise<void> {
  const { activity } = turnContext;
  const { words, found } = utteranceOf(activity, speaker.sentences);
  const place = found ? undefined : placeNamed(words);
  const choice = place === undefined ? undefined : await speaker.offeredAt(turnContext, place);
  if (choice !== undefined) readAs(activity, choice, speaker.sentences);
}
