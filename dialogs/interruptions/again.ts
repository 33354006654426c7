import { mainChoices } from '../messages/mainChoices.ts';
import type { Listener } from './listener.ts';
import { askAgain } from './outcome.ts';

/** Repeats the bot's last sentences. An open question is asked anew in place of the last one. */
export const again: Listener<'speaker'> = async ({ context, said, open }, { speaker }) => {
  if (said.intent !== 'repeat') return undefined;
  const last = await speaker.said(context);
  const choices = open ? [] : mainChoices;
  for (const { id, facts, leadsToPerson = false } of open ? last.slice(0, -1) : last)
    await speaker.say(context, id, facts, { choices, leadsToPerson });
  return askAgain;
};
