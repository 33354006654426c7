import { seconds } from '../../kit/time.ts';

const lookedAtEvery = 1 * seconds;

/** A count over everybody, which is looked up once a second; what this process itself counts meanwhile is added to it. */
export class SampledCount {
  #lookedAt: number | undefined;
  #count = 0;

  /** @param look counts what there is */
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
