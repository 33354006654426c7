import { RequestRefused } from './errorAnswers.ts';

type Most = {
  /** Worked on at once. */
  atOnce: number;
  /** That wait for that. */
  waiting: number;
  /** Of one of those who ask, worked on and waiting together. */
  ofOne: number;
};

/**
 * Lets few in at once, so that what they need of memory has an end however many come. Nobody fills it alone: each who
 * asks has few places in it.
 */
export class Gate {
  readonly #most: Most;
  readonly #waiting: (() => void)[] = [];
  readonly #of = new Map<string, number>();
  #inside = 0;

  constructor(most: Most) {
    this.#most = most;
  }

  /**
   * @param who all under whom it is counted
   * @returns what lets the next one in
   * @throws RequestRefused `tooManyRequests` where one of them has too many here; `overloaded` where it is full
   */
  async enter(who: readonly string[]): Promise<() => void> {
    const { atOnce, waiting, ofOne } = this.#most;
    if (who.some((one) => (this.#of.get(one) ?? 0) >= ofOne)) throw soonAgain('tooManyRequests');
    if (this.#inside >= atOnce && this.#waiting.length >= waiting) throw soonAgain('overloaded');
    for (const one of who) this.#of.set(one, (this.#of.get(one) ?? 0) + 1);
    if (this.#inside < atOnce) this.#inside += 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    let isInside = true;
    return () => {
      if (isInside) this.#leave(who);
      isInside = false;
    };
  }

  #leave(who: readonly string[]): void {
    for (const one of who) {
      const left = (this.#of.get(one) ?? 1) - 1;
      if (left > 0) this.#of.set(one, left);
      else this.#of.delete(one);
    }
    const next = this.#waiting.shift();
    if (next) next();
    else this.#inside -= 1;
  }
}

function soonAgain(refusal: 'tooManyRequests' | 'overloaded'): RequestRefused {
  return new RequestRefused(refusal, { 'Retry-After': '1' });
}
