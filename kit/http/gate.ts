import { RequestRefused } from './errorAnswers.ts';

type Most = {
  /** The most requests that are worked on at once. */
  atOnce: number;
  /** The most requests that wait for that. */
  waiting: number;
  /** The most requests of one client, worked on and waiting together. */
  ofOne: number;
};

/**
 * Limits how many requests are worked on at once, so that their memory is limited too. One client cannot fill it alone,
 * since each has only a few places.
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
   * Waits for a place.
   * @param who all names that the client is counted under
   * @returns a function that gives the place to the next request
   * @throws RequestRefused `tooManyRequests` where the client has too many here; `overloaded` where it is full
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
