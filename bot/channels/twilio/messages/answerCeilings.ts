import { daysLookedBack } from '../../../../kit/limits/dailyCeiling.ts';
import type { Budget, SharedCounts } from '../../../../kit/limits/sharedCounts.ts';
import { type Destinations, mayReceive } from '../../../../kit/phoneNumbers.ts';
import { hours, minutes } from '../../../../kit/time.ts';
import type { Sender } from './sender.ts';

const day = 24 * hours;

/** The subject under which all answers of a day are counted. */
export const everybodysAnswers = 'answers';

type AnswerCeilingsDependencies = {
  counts: Pick<SharedCounts, 'spend' | 'count'>;
  /** The most answers to one number in a minute. */
  mostInAMinute: number;
  mostInADay: number;
  /** Returns the present limit of all answers in a day. */
  mostOverAll: () => number;
  /** Returns the countries where answers may go at present. */
  destinations: () => Destinations;
};

/**
 * Limits the number of answers and the countries that they go to, because each costs money and the other side may be a
 * machine that answers ours.
 */
export class AnswerCeilings {
  readonly #parts: AnswerCeilingsDependencies;

  constructor(parts: AnswerCeilingsDependencies) {
    this.#parts = parts;
  }

  /**
   * Counts an answer, unless none may be given.
   * @param id a pseudonym of the address
   */
  spend({ address }: Pick<Sender, 'address'>, id: string): boolean {
    const { counts, mostInAMinute, mostInADay, destinations } = this.#parts;
    return (
      mayReceive(address, destinations()) &&
      counts.spend(`answers in a minute ${id}`, { most: mostInAMinute, window: 1 * minutes }) &&
      counts.spend(`answers in a day ${id}`, { most: mostInADay, window: day }) &&
      counts.spend(everybodysAnswers, this.#overAll())
    );
  }

  /** The number of today's answers, and the limit. */
  standing(): { sent: number; most: number } {
    const overAll = this.#overAll();
    return { sent: this.#parts.counts.count(everybodysAnswers, overAll), most: overAll.most };
  }

  #overAll(): Budget {
    return { most: this.#parts.mostOverAll(), window: day, keptFor: daysLookedBack * day };
  }
}
