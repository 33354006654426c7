import type { Logger } from 'pino';
import { UnfreezeError } from '../../kit/errors.ts';
import { minutes } from '../../kit/time.ts';
import type { DatabaseKeys } from './databaseKeys.ts';

/** Looks while a service runs whether its keys are still those of its database, and says once when they are not. */
export class KeysWatch {
  readonly #databaseKeys: Pick<DatabaseKeys, 'settle'>;
  readonly #log: Logger;
  #isForeign = false;

  constructor({ databaseKeys, log }: { databaseKeys: Pick<DatabaseKeys, 'settle'>; log: Logger }) {
    this.#databaseKeys = databaseKeys;
    this.#log = log;
  }

  /** @throws UnfreezeError `keysForeign`, `keysUnusable`, `storeUnavailable` */
  async look(): Promise<void> {
    try {
      await this.#databaseKeys.settle();
      if (this.#isForeign) this.#log.info('the key file is the one of this database again');
      this.#isForeign = false;
    } catch (error) {
      const isForeign = error instanceof UnfreezeError && error.code === 'keysForeign';
      if (isForeign && !this.#isForeign)
        this.#log.error({ err: error }, 'the keys of before are used on, and this service is not ready');
      this.#isForeign ||= isForeign;
      throw error;
    }
  }

  /** Looks every minute. @returns what ends that */
  start(): () => void {
    // What else than foreign keys can go wrong shows in the other checks of readiness.
    const timer = setInterval(() => void this.look().catch(() => {}), 1 * minutes).unref();
    return () => clearInterval(timer);
  }
}
