import AsyncLock from 'async-lock';
import { ExponentialBackoff, handleWhen, type RetryPolicy, retry } from 'cockatiel';
import {
  type DataSource,
  type EntityManager,
  QueryFailedError,
  type QueryRunner,
  TypeORMError,
} from 'typeorm';
import { UnfreezeError } from '../errors.ts';
import { beginTiming } from '../workTimes.ts';
import { type AdvisoryLock, advisoryLocks, type Lock } from './lock.ts';
import { isPassing, takesNoWrites } from './postgresErrors.ts';
import type { Transacted } from './sharedCommits.ts';
import { DataSourceStore, type Work, waitForOthers } from './store.ts';

/** A failure that passes by itself, of work that was certainly not committed. */
class Passing extends Error {}

/** The store on PostgreSQL, which several processes and machines may share. */
export class PostgresStore extends DataSourceStore {
  readonly hasOneWriter = false;
  /** Together a good three seconds: as long as a restart takes, and no longer than a customer waits. */
  readonly #again: RetryPolicy = retry(
    handleWhen((error) => error instanceof Passing),
    { maxAttempts: 6, backoff: new ExponentialBackoff({ initialDelay: 50, maxDelay: 1000 }) },
  );

  /** Work that waits for a lock of this process waits here, and takes no connection from other work. */
  readonly #queues = new AsyncLock({ maxPending: Number.POSITIVE_INFINITY });
  readonly #limits: string;

  /** @param limits of PostgreSQL's by their names, in milliseconds, that each transaction sets because its connection does not */
  constructor(dataSource: DataSource, limits: Readonly<Record<string, number>> = {}) {
    super(dataSource);
    this.#limits = Object.entries(limits)
      .map(([name, milliseconds]) => `; SET LOCAL ${name} = ${milliseconds}`)
      .join('');
  }

  /** A transaction with a number of its own is written at its end; a server that only reads refuses to give one. */
  protected override writeNothing(manager: EntityManager): Promise<unknown> {
    return manager.query('SELECT txid_current()');
  }

  /** How much room there is only the server's machine knows; a server that has been made a standby only reads. */
  protected override async lookForRoom(): Promise<void> {
    const [{ reads }] = await this.read((manager) =>
      manager.query("SELECT pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on' AS reads"),
    );
    if (reads) throw new UnfreezeError('storeUnavailable', 'the database takes no writes');
  }

  protected override keepsFromWriting(error: unknown): boolean {
    return error instanceof UnfreezeError && takesNoWrites(error.cause);
  }

  /** Does nothing: PostgreSQL's autovacuum frees the space, and the next rows overwrite it. */
  async forgetDeleted(): Promise<void> {}

  async close(): Promise<void> {
    await this.announcements.close();
    await this.dataSource.destroy();
  }

  protected override async reading<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#attempt(work, () => false);
  }

  protected override async transacting<Result>(
    locks: readonly Lock[],
    work: Work<Result>,
  ): Promise<Transacted<Result>> {
    const taken = advisoryLocks(locks);
    const alone = taken.filter(({ isShared }) => !isShared).map(({ number }) => String(number));
    let isCommitting = false;
    const whole = async (hasWaited?: () => void) => {
      isCommitting = false;
      const runner = this.dataSource.createQueryRunner();
      try {
        await runner.connect();
        const result = await this.#begun(runner, { taken, hasWaited }, work);
        isCommitting = true;
        await runner.query('COMMIT');
        return result;
      } finally {
        await runner.release();
      }
    };
    const inTurn = () => {
      const hasWaited = taken.length === 0 ? undefined : beginTiming(waitForOthers);
      return alone.length === 0 ? whole(hasWaited) : this.#queues.acquire(alone, () => whole(hasWaited));
    };
    return { result: await this.#attempt(inTurn, () => isCommitting) };
  }

  async #begun<Result>(
    runner: QueryRunner,
    { taken, hasWaited }: { taken: readonly AdvisoryLock[]; hasWaited: (() => void) | undefined },
    work: Work<Result>,
  ): Promise<Result> {
    try {
      await runner.query(beginning(taken, this.#limits));
      hasWaited?.();
      return await work(runner.manager);
    } catch (error) {
      // A rollback is needed even where a lock could not be had, because the transaction is open by then.
      await runner.query('ROLLBACK').catch(() => {});
      throw error;
    }
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

/**
 * One round trip begins a transaction and takes its locks, in their order. The end of the transaction gives them back,
 * however it ends, the death of its process included; each statement after them sees what the one before has committed.
 */
function beginning(taken: readonly AdvisoryLock[], limits: string): string {
  const taking = taken.map(
    ({ number, isShared }) => `; SELECT pg_advisory_xact_lock${isShared ? '_shared' : ''}(${number})`,
  );
  return `START TRANSACTION ISOLATION LEVEL READ COMMITTED${limits}${taking.join('')}`;
}

/** Replaces a database error by one of ours, because its text may hold statements and parameters. */
function inOurWords(cause: unknown): unknown {
  const ours = cause instanceof UnfreezeError || !(cause instanceof TypeORMError || isPassing(cause));
  if (ours) return cause;
  const words = cause instanceof QueryFailedError ? 'the database refused' : 'the database cannot be reached';
  return new UnfreezeError('storeUnavailable', words, { cause });
}
