import { UnfreezeError } from '../../kit/errors.ts';
import { type Clock, minutes, seconds } from '../../kit/time.ts';
import type { KeyKeeper } from './keyKeeper.ts';

/** The time for which opened keys stay in use while their keeper does not answer. */
const keeperMayBeAwayFor = 15 * minutes;
const lookEvery = 20 * seconds;

type Given = {
  keeper: Pick<KeyKeeper, 'check'>;
  /** The path of the key file, and a function that reads its present content. */
  file: string;
  content: () => unknown;
  clock: Clock;
};

/**
 * Asks the keeper, while a service runs, whether it would still open the keys. A keeper that is unreachable for a short
 * time ends nothing, since the keys are open already. A keeper that refuses ends the service at once: this is how a
 * bank takes the keys away from it.
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

  /** @throws UnfreezeError where the keeper has refused, or was unreachable for too long */
  readonly assertOpen = (): void => {
    const failure = this.#failure;
    if (failure === undefined) return;
    const awayFor = this.#given.clock().getTime() - this.#answeredAt;
    if (!isAway(failure) || awayFor >= keeperMayBeAwayFor) throw failure;
  };

  /** @throws the error of the last check, if it failed */
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
      // A refusal stays a refusal, even if the keeper is unreachable afterwards.
      this.#failure = before !== undefined && isAway(error) ? before : error;
      if (before === undefined) this.#says(error);
    }
    if (before !== undefined && this.#failure === undefined) this.#says(undefined);
  }

  /**
   * Starts the repeated check.
   * @param says is called with the error when the check begins to fail, and without one when it works again
   * @returns a function that stops it
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
