import { ExponentialBackoff, handleWhen, type RetryPolicy, retry } from 'cockatiel';
import { type EntityManager, QueryFailedError, TypeORMError } from 'typeorm';
import { UnfreezeError } from '../errors.ts';
import { isPassing } from './postgresErrors.ts';
import { DataSourceStore, type Work } from './store.ts';

/** Any number will do that nobody else takes an advisory lock under; this one is "thaw" in ASCII. */
export const writersLock = 0x74686177;

/** What the database lost or refused for a moment only, and what was certainly not committed. */
class Passing extends Error {}

/** PostgreSQL, for more than one process or machine. */
export class PostgresStore extends DataSourceStore {
  /** Together a good three seconds: as long as a restart takes, and no longer than a customer waits. */
  readonly #again: RetryPolicy = retry(
    handleWhen((error) => error instanceof Passing),
    { maxAttempts: 6, backoff: new ExponentialBackoff({ initialDelay: 50, maxDelay: 1000 }) },
  );

  /** A transaction with a number of its own is written at its end; a server that only reads refuses to give one. */
  protected override async probe(): Promise<void> {
    await this.transaction((manager) => manager.query('SELECT txid_current()'));
  }

  /** Nothing to do: PostgreSQL's own autovacuum frees the space, and the next rows overwrite it. */
  async forgetDeleted(): Promise<void> {}

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }

  protected override async reading<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#attempt(work, () => false);
  }

  protected override async transacting<Result>(work: Work<Result>): Promise<Result> {
    let committing = false;
    const whole = async (manager: EntityManager) => {
      // Held until the transaction ends, however it ends, the death of this process included.
      await manager.query('SELECT pg_advisory_xact_lock($1)', [writersLock]);
      const result = await work(manager);
      committing = true;
      return result;
    };
    return this.#attempt(
      () => {
        committing = false;
        return this.dataSource.transaction('READ COMMITTED', whole);
      },
      () => committing,
    );
  }

  /** @param isUnsure whether a lost connection leaves open what became of the work; then it must not be repeated */
  async #attempt<Result>(work: () => Promise<Result>, isUnsure: () => boolean): Promise<Result> {
    this.refuseInside();
    try {
      return await this.#again.execute(() =>
        work().catch((cause: unknown) => {
          if (isPassing(cause) && !isUnsure()) throw new Passing('passing', { cause });
          throw cause;
        }),
      );
    } catch (error) {
      throw inOurWords(error instanceof Passing ? error.cause : error);
    }
  }
}

/** A database's own error becomes one of ours: its text and its parameters are for nobody's eyes. */
function inOurWords(cause: unknown): unknown {
  const ours = cause instanceof UnfreezeError || !(cause instanceof TypeORMError || isPassing(cause));
  if (ours) return cause;
  const words = cause instanceof QueryFailedError ? 'the database refused' : 'the database cannot be reached';
  return new UnfreezeError('storeUnavailable', words, { cause });
}
