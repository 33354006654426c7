import { minutes, type Pause, seconds } from '../../kit/time.ts';

/** What is counted over everybody, in the time of `lately`. */
export type Overall = { failedAttempts: number; cardStatusQueries: number };

export const lately = 10 * minutes;

/** More than that is no ordinary day: somebody tries one password, or asks about one card after another, from everywhere. */
export const ordinaryMost: Overall = { failedAttempts: 300, cardStatusQueries: 3000 };

const first = 0.25 * seconds;
const longest = 2 * seconds;

/**
 * Holds an answer back: not at all on an ordinary day, then the longer the more there are. Everybody is slowed and
 * nobody refused: otherwise whoever makes the most noise would shut out all customers.
 */
export async function holdBack(what: keyof Overall, count: number, pause: Pause): Promise<void> {
  const times = Math.floor(count / ordinaryMost[what]);
  if (times > 0) await pause(Math.min(first * 2 ** (times - 1), longest));
}
