import type { Logger } from 'pino';
import { UnfreezeError } from '../../kit/errors.ts';
import { minutes } from '../../kit/time.ts';
import type { KeyRing } from '../security/keyRing.ts';
import type { DatabaseKeys } from './databaseKeys.ts';

type Given = {
  databaseKeys: Pick<DatabaseKeys, 'settle' | 'assertOwn'>;
  keyRing: Pick<KeyRing, 'assertUnchanged'>;
  log: Logger;
};

/** Looks while a service runs whether its keys are still those of its database, and says once when they are not. */
export class KeysWatch {
  readonly #databaseKeys: Pick<DatabaseKeys, 'settle' | 'assertOwn'>;
  readonly #log: Logger;
  readonly #keyRing: Pick<KeyRing, 'assertUnchanged'>;
  /** Of the last look. */
  #foreign: UnfreezeError | undefined;

  constructor({ databaseKeys, keyRing, log }: Given) {
    this.#databaseKeys = databaseKeys;
    this.#keyRing = keyRing;
    this.#log = log;
  }

  /** @throws UnfreezeError `keysForeign`, `keysUnusable`; costs a look at the file's date */
  readonly assertRight = (): void => {
    this.#keyRing.assertUnchanged();
    if (this.#foreign !== undefined) throw this.#foreign;
  };

  /** Looks, and writes nothing. @throws UnfreezeError `keysForeign`, `keysUnusable`, `storeUnavailable` */
  look(): Promise<void> {
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
          'with these keys this service answers nobody and writes nothing, until its own are back',
        );
      this.#foreign ??= foreign;
      throw error;
    }
  }

  /** Looks every minute, and records what is new. @returns what ends that */
  start(): () => void {
    // What else than foreign keys can go wrong shows in the other checks of readiness.
    const timer = setInterval(
      () => void this.#told(() => this.#databaseKeys.settle()).catch(() => {}),
      1 * minutes,
    ).unref();
    return () => clearInterval(timer);
  }
}
