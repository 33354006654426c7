import { type Clock, hours, minutes, type Pause, seconds } from '../../kit/time.ts';

/** What is counted over everybody, in the time of `lately`. */
export type Overall = { failedAttempts: number; cardStatusQueries: number; wrongCodes: number };

export const lately = 10 * minutes;

/** More than that is no ordinary time, of a small bank; of a larger one as many as it has cards for each. */
const least: Overall = { failedAttempts: 300, cardStatusQueries: 3000, wrongCodes: 300 };
const cardsForEach: Overall = { failedAttempts: 2000, cardStatusQueries: 200, wrongCodes: 2000 };

const first = 0.25 * seconds;
const longest = 2 * seconds;
/** A bank does not grow by the minute. */
const rememberedFor = 1 * hours;

/** What follows from the number of cards. */
export function ordinaryMost(cards: number): Overall {
  const most = (what: keyof Overall) => Math.max(least[what], Math.floor(cards / cardsForEach[what]));
  return {
    failedAttempts: most('failedAttempts'),
    cardStatusQueries: most('cardStatusQueries'),
    wrongCodes: most('wrongCodes'),
  };
}

type Parts = {
  /** What the operator has set. */
  fixed: Partial<Overall>;
  /** How many cards the bank has, or nearly; 0 where nobody knows. */
  cardsAbout: () => Promise<number>;
  clock: Clock;
  pause: Pause;
};

/**
 * How many there are of each on an ordinary day, and what happens past that: somebody tries one password, or asks about one
 * card after another, from everywhere. Everybody is slowed and nobody refused: otherwise whoever makes the most noise would
 * shut out all customers.
 */
export class OverallLimit {
  readonly #parts: Parts;
  #remembered: { most: Overall; until: number } | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async most(): Promise<Overall> {
    const { fixed, cardsAbout, clock } = this.#parts;
    const now = clock().getTime();
    if (this.#remembered && this.#remembered.until > now) return this.#remembered.most;
    const most = { ...ordinaryMost(await cardsAbout()), ...fixed };
    this.#remembered = { most, until: now + rememberedFor };
    return most;
  }

  /** Holds an answer back: not at all on an ordinary day, then the longer the more there are. */
  async holdBack(what: keyof Overall, count: number): Promise<void> {
    // Nobody has to look how large the bank is while even a small one would be at ease.
    if (count < Math.min(least[what], this.#parts.fixed[what] ?? Number.POSITIVE_INFINITY)) return;
    const times = Math.floor(count / (await this.most())[what]);
    if (times > 0) await this.#parts.pause(Math.min(first * 2 ** (times - 1), longest));
  }
}
