import { mainChoices } from '../messages/mainChoices.ts';
import { asksForMoment } from '../understanding/waitWords.ts';
import type { Listener } from './listener.ts';
import { askAgain } from './outcome.ts';

/** A customer who asks for a moment has it: nothing that is open is left, and no answer was wrong. */
export const waiting: Listener<'speaker'> = async ({ context, said, open }, { speaker }) => {
  if (said.found || !asksForMoment(said.words)) return undefined;
  await speaker.say(context, 'takeYourTime', {}, { choices: open ? [] : mainChoices });
  return askAgain;
};
