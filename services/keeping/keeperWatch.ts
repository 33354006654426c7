import { UnfreezeError } from '../../kit/errors.ts';
import { type Clock, minutes, seconds } from '../../kit/time.ts';
import type { KeyKeeper } from './keyKeeper.ts';

/** For so long the keys that were opened count, while their keeper gives no answer. */
const keeperMayBeAwayFor = 15 * minutes;
const lookEvery = 20 * seconds;

type Given = {
  keeper: Pick<KeyKeeper, 'check'>;
  /** The key file and what stands in it now. */
  file: string;
  content: () => unknown;
  clock: Clock;
};

/**
 * Looks while a service runs whether the keeper of its keys would still open them. One that is away for a while ends nothing,
 * since the keys are open; one that refuses ends the service at once: that is how the keys are taken away from it.
 */
export class KeeperWatch {
  readonly #given: Given;
  #answeredAt: number;
  #failure: unknown;
  #says: (error: unknown) => void = () => {};

  constructor(given: Given) {
    this.#given = given;
    this.#answeredAt = given.clock().getTime();
  }

  /** @throws UnfreezeError where it has refused, or has been away for too long */
  readonly assertOpen = (): void => {
    const failure = this.#failure;
    if (failure === undefined) return;
    const awayFor = this.#given.clock().getTime() - this.#answeredAt;
    if (!isAway(failure) || awayFor >= keeperMayBeAwayFor) throw failure;
  };

  /** @throws what the last look found */
  async answered(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
  }

  async look(): Promise<void> {
    const { keeper, file, content, clock } = this.#given;
    const before = this.#failure;
    try {
      await keeper.check(file, content());
      this.#failure = undefined;
      this.#answeredAt = clock().getTime();
    } catch (error) {
      // Who has refused and is away then has refused all the same.
      this.#failure = before !== undefined && isAway(error) ? before : error;
      if (before === undefined) this.#says(error);
    }
    if (before !== undefined && this.#failure === undefined) this.#says(undefined);
  }

  /**
   * Looks again and again.
   * @param says is told once when it begins to fail, and, with nothing, when that is over
   * @returns what ends that
   */
  start(says: (error: unknown) => void): () => void {
    this.#says = says;
    let isLooking = false;
    const timer = setInterval(() => {
      if (isLooking) return;
      isLooking = true;
      void this.look().finally(() => {
        isLooking = false;
      });
    }, lookEvery).unref();
    return () => clearInterval(timer);
  }
}

function isAway(error: unknown): boolean {
  return error instanceof UnfreezeError && error.code === 'storeUnavailable';
}
