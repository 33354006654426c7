import { type Clock, hours, minutes, type Pause, seconds } from '../../kit/time.ts';

/** The recent counts over everybody, in the window of `lately`. */
export type Overall = { failedAttempts: number; cardStatusQueries: number; wrongCodes: number };

export const lately = 10 * minutes;

/** The highest ordinary counts of a small bank. A larger bank has higher ones, by its number of cards. */
const least: Overall = { failedAttempts: 300, cardStatusQueries: 3000, wrongCodes: 300 };
const cardsForEach: Overall = { failedAttempts: 2000, cardStatusQueries: 200, wrongCodes: 2000 };

const first = 0.25 * seconds;
const longest = 2 * seconds;
/** The number of cards is kept this long, since a bank does not grow by the minute. */
const rememberedFor = 1 * hours;

/** The highest ordinary counts for a bank with this number of cards. */
export function ordinaryMost(cards: number): Overall {
  const most = (what: keyof Overall) => Math.max(least[what], Math.floor(cards / cardsForEach[what]));
  return {
    failedAttempts: most('failedAttempts'),
    cardStatusQueries: most('cardStatusQueries'),
    wrongCodes: most('wrongCodes'),
  };
}

type OverallLimitDependencies = {
  /** The limits that the operator has set. */
  fixed: Partial<Overall>;
  /** The approximate number of cards; 0 where it is unknown. */
  cardsAbout: () => Promise<number>;
  clock: Clock;
  pause: Pause;
};

/**
 * Slows all answers while a count over everybody is above the ordinary: somebody may be trying one password, or asking
 * about one card after another, from many addresses. Nobody is refused, or else one noisy attacker could shut out all
 * customers.
 */
export class OverallLimit {
  readonly #parts: OverallLimitDependencies;
  #remembered: { most: Overall; until: number } | undefined;

  constructor(parts: OverallLimitDependencies) {
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

  /** Delays an answer: not at all on an ordinary day, then longer with a higher count. */
  async holdBack(what: keyof Overall, count: number): Promise<void> {
    // The size of the bank is not looked up while the count is low even for a small bank.
    if (count < Math.min(least[what], this.#parts.fixed[what] ?? Number.POSITIVE_INFINITY)) return;
    const times = Math.floor(count / (await this.most())[what]);
    if (times > 0) await this.#parts.pause(Math.min(first * 2 ** (times - 1), longest));
  }
}
