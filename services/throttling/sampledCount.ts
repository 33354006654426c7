import { type Asked, askedAs } from '../../kit/store/askTogether.ts';
import { seconds } from '../../kit/time.ts';

const lookedAtEvery = 1 * seconds;

/**
 * A count over everybody that is read from the database once a second. What this process counts meanwhile is added to
 * it.
 */
export class SampledCount {
  #lookedAt: number | undefined;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** @param look asks the database for the count */
  asked(now: Date, look: Asked<number>): Asked<number> {
    const moment = now.getTime();
    const isKnown = this.#lookedAt !== undefined && Math.abs(moment - this.#lookedAt) < lookedAtEvery;
    if (isKnown) return { known: this.#count };
    this.#lookedAt = moment;
    return askedAs(look, (count) => {
      this.#count = count;
      return count;
    });
  }

  add(count: number): void {
    this.#count += count;
  }
}
