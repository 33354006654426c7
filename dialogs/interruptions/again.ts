import { mainChoices } from '../messages/mainChoices.ts';
import type { Listener } from './listener.ts';
import { askAgain } from './outcome.ts';

/** The bot's last sentences once more; without the last where a question is open, which is asked anew. */
export const again: Listener<'speaker'> = async ({ context, said, open }, { speaker }) => {
  if (said.intent !== 'repeat') return undefined;
  const last = await speaker.said(context);
  const choices = open ? [] : mainChoices;
  for (const { id, facts, leadsToPerson = false } of open ? last.slice(0, -1) : last)
    await speaker.say(context, id, facts, { choices, leadsToPerson });
  return askAgain;
};
