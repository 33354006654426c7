import { goesOn } from './goesOn.ts';
import type { Listener } from './listener.ts';
import { begin } from './outcome.ts';

/** Who comes back later than anybody waits, in the middle of something, starts at the status of its card. */
export const later: Listener<'speaker'> = async ({ context, said, left }, { speaker }) => {
  if (left === undefined || !goesOn(said)) return undefined;
  await speaker.say(context, 'begunLater');
  return begin({ card: left });
};
