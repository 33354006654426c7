import { goesOn } from './goesOn.ts';
import type { Listener } from './listener.ts';
import { begin } from './outcome.ts';

/** Restarts a conversation at the card's status where the customer comes back after a long time. */
export const comesBackLater: Listener<'speaker'> = async ({ context, said, left }, { speaker }) => {
  if (left === undefined || !goesOn(said)) return undefined;
  await speaker.say(context, 'begunLater');
  return begin({ card: left });
};
