import type { Logger } from 'pino';
import { UnfreezeError } from '../../kit/errors.ts';
import { minutes } from '../../kit/time.ts';
import type { KeeperWatch } from '../keeping/keeperWatch.ts';
import type { KeyRing } from '../security/keyRing.ts';
import type { DatabaseKeys } from './databaseKeys.ts';

type Given = {
  keeperWatch?: KeeperWatch | undefined;
  databaseKeys: Pick<DatabaseKeys, 'settle' | 'assertOwn'>;
  keyRing: Pick<KeyRing, 'assertUnchanged'>;
  log: Logger;
};

/** Checks, while a service runs, whether its keys are still those of its database, and logs once when they are not. */
export class KeysWatch {
  readonly #databaseKeys: Pick<DatabaseKeys, 'settle' | 'assertOwn'>;
  readonly #log: Logger;
  readonly #keyRing: Pick<KeyRing, 'assertUnchanged'>;
  readonly #keeperWatch: KeeperWatch | undefined;
  /** The failure of the last check, if any. */
  #foreign: UnfreezeError | undefined;

  constructor({ databaseKeys, keyRing, keeperWatch, log }: Given) {
    this.#keeperWatch = keeperWatch;
    this.#databaseKeys = databaseKeys;
    this.#keyRing = keyRing;
    this.#log = log;
  }

  /** @throws UnfreezeError `keysForeign`, `keysUnusable`. It is cheap: it reads the date of the key file. */
  readonly assertRight = (): void => {
    this.#keyRing.assertUnchanged();
    this.#keeperWatch?.assertOpen();
    if (this.#foreign !== undefined) throw this.#foreign;
  };

  /** The extra checks of readiness: that the keeper of the keys answers, where there is one. */
  get beside(): Record<string, () => Promise<void>> {
    const watch = this.#keeperWatch;
    return watch ? { keyKeeper: () => watch.answered() } : {};
  }

  /** Checks without writing. @throws UnfreezeError `keysForeign`, `keysUnusable`, `storeUnavailable` */
  async look(): Promise<void> {
    this.#keeperWatch?.assertOpen();
    return this.#told(() => this.#databaseKeys.assertOwn());
  }

  async #told(compares: () => Promise<void>): Promise<void> {
    try {
      await compares();
      if (this.#foreign) this.#log.info('the key file is the one of this database again');
      this.#foreign = undefined;
    } catch (error) {
      const foreign = error instanceof UnfreezeError && error.code === 'keysForeign' ? error : undefined;
      if (foreign && !this.#foreign)
        this.#log.error(
          { err: error },
          'these are not the keys of the database: the service answers and writes nothing until the right ones are back',
        );
      this.#foreign ??= foreign;
      throw error;
    }
  }

  /** Checks every minute and records new keys. @returns a function that stops it */
  start(): () => void {
    // Other failures are ignored here, since readiness has other checks that show them.
    const timer = setInterval(
      () => void this.#told(() => this.#databaseKeys.settle()).catch(() => {}),
      1 * minutes,
    ).unref();
    const stopLooking = this.#keeperWatch?.start((error) => this.#saysOfKeeper(error));
    return () => {
      clearInterval(timer);
      stopLooking?.();
    };
  }

  #saysOfKeeper(error: unknown): void {
    if (error === undefined) this.#log.info('the keeper of the keys opens them again');
    else this.#log.error({ err: error }, 'the keeper of the keys does not open them any more');
  }
}
