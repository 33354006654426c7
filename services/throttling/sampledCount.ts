import { seconds } from '../../kit/time.ts';

const lookedAtEvery = 1 * seconds;

/**
 * A count over everybody that is read from the database once a second. What this process counts meanwhile is added to
 * it.
 */
export class SampledCount {
  #lookedAt: number | undefined;
  #count = 0;

  /** @param look reads the count from the database */
  async at(now: Date, look: () => Promise<number>): Promise<number> {
    const moment = now.getTime();
    if (this.#lookedAt === undefined || Math.abs(moment - this.#lookedAt) >= lookedAtEvery) {
      this.#lookedAt = moment;
      this.#count = await look();
    }
    return this.#count;
  }

  add(count: number): void {
    this.#count += count;
  }
}
