import { daysLookedBack } from '../../../../kit/limits/dailyCeiling.ts';
import type { Budget, SharedCounts } from '../../../../kit/limits/sharedCounts.ts';
import { type Destinations, mayReceive } from '../../../../kit/phoneNumbers.ts';
import { hours, minutes } from '../../../../kit/time.ts';
import type { Sender } from './sender.ts';

const day = 24 * hours;

/** Under what the answers of a day over everybody are counted. */
export const everybodysAnswers = 'answers';

type Parts = {
  counts: Pick<SharedCounts, 'spend' | 'count'>;
  /** How many answers one number gets. */
  mostInAMinute: number;
  mostInADay: number;
  /** How many go out in a day over all, as it is by now. */
  mostOverAll: () => number;
  /** Where answers may go, as it is by now. */
  destinations: () => Destinations;
};

/** How many answers there are, and where they go: each costs, and another machine may be answering ours. */
export class AnswerCeilings {
  readonly #parts: Parts;

  constructor(parts: Parts) {
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

  /** How many answers went out today, and how many may. */
  standing(): { sent: number; most: number } {
    const overAll = this.#overAll();
    return { sent: this.#parts.counts.count(everybodysAnswers, overAll), most: overAll.most };
  }

  #overAll(): Budget {
    return { most: this.#parts.mostOverAll(), window: day, keptFor: daysLookedBack * day };
  }
}
