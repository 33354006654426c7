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
import { isBeforeTheLast } from './flight.ts';
import { leavesToSend } from './leftToSend.ts';
import { type AdvisoryLock, advisoryLocks, type Lock } from './lock.ts';
import { driverError, isPassing, takesNoWrites } from './postgresErrors.ts';
import type { Transacted } from './sharedCommits.ts';
import { DataSourceStore, type Work, waitForOthers } from './store.ts';
import { type TogetherClient, withTheNext } from './togetherClient.ts';

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
  readonly #limits: readonly string[];

  /** @param limits of PostgreSQL's by their names, in milliseconds, that each transaction sets because its connection does not */
  constructor(dataSource: DataSource, limits: Readonly<Record<string, number>> = {}) {
    super(dataSource);
    this.#limits = Object.entries(limits).map(
      ([name, milliseconds]) => `SET LOCAL ${name} = ${milliseconds}`,
    );
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
        const client: TogetherClient = await runner.connect();
        const left = leavesToSend(runner);
        try {
          const isWaitedFor = locks.some(({ goesWithFirst }) => !goesWithFirst);
          const begins = this.#begins(runner, taken, isWaitedFor).then(hasWaited);
          if (isWaitedFor) await begins;
          else begins.catch(() => {});
          const result = await work(runner.manager);
          isCommitting = true;
          await runner.query('COMMIT');
          return result;
        } catch (error) {
          if (isBeforeTheLast(driverError(error))) isCommitting = false;
          await rollBack(runner, client);
          throw left.refusal ?? error;
        }
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

  /**
   * The beginning goes to the database with the first statement of the work. Whoever waits for it sends it at once: locks of
   * which the work may hold in its memory what they guard are there before it begins.
   */
  async #begins(runner: QueryRunner, taken: readonly AdvisoryLock[], isWaitedFor: boolean): Promise<void> {
    const beginning = [begin, ...this.#limits, ...taken.map(taking)];
    if (isWaitedFor) await runner.query(beginning.join('; '));
    else await Promise.all(beginning.map((one) => runner.query(withTheNext(one))));
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
 * Ends a transaction that has failed, be it at its beginning: where a lock could not be had it is open by then. What was not
 * sent yet need not be taken back.
 */
async function rollBack(runner: QueryRunner, client: TogetherClient): Promise<void> {
  if (client.forgetKept().includes(begin)) return;
  await runner.query('ROLLBACK').catch(() => {});
}

const begin = 'START TRANSACTION ISOLATION LEVEL READ COMMITTED';

/**
 * The end of the transaction gives a lock back, however it ends, the death of its process included; each statement after it
 * sees what the one before has committed.
 */
function taking({ number, isShared }: AdvisoryLock): string {
  return `SELECT pg_advisory_xact_lock${isShared ? '_shared' : ''}(${number})`;
}

/** Replaces a database error by one of ours, because its text may hold statements and parameters. */
function inOurWords(cause: unknown): unknown {
  const ours = cause instanceof UnfreezeError || !(cause instanceof TypeORMError || isPassing(cause));
  if (ours) return cause;
  const words = cause instanceof QueryFailedError ? 'the database refused' : 'the database cannot be reached';
  return new UnfreezeError('storeUnavailable', words, { cause });
}
