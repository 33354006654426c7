import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import AsyncLock from 'async-lock';
import { type DataSource, type EntityManager, QueryFailedError, TypeORMError } from 'typeorm';
import { UnfreezeError } from '../errors.ts';
import { seconds } from '../time.ts';
import { beginTiming } from '../workTimes.ts';
import type { Lock } from './lock.ts';
import { SharedCommits, type Transacted } from './sharedCommits.ts';
import { DataSourceStore, type Work, waitForOthers } from './store.ts';

/**
 * Free bytes below which the disk counts as full: the write-ahead log grows to some 4 MB before it is moved into the
 * database.
 */
const leastRoom = 8 * 2 ** 20;

/**
 * Milliseconds. SQLite itself waits for another process's write so long, and this process with it: its driver stops
 * everything else meanwhile. Longer waits are ours.
 */
export const standsStill = 10;
/** The milliseconds between two tries to begin a transaction while another process writes. */
const betweenTries = 20;
const defaultPatience = 5 * seconds;

/**
 * All work on SQLite in one queue: TypeORM has one shared connection there, and a transaction that is started
 * while another is open would become a savepoint inside it and vanish when the outer one rolls back.
 */
export class SqliteStore extends DataSourceStore {
  readonly hasOneWriter = true;
  readonly #queue = new AsyncLock({ maxPending: Number.POSITIVE_INFINITY });
  readonly #shared: SharedCommits;
  readonly #mostTries: number;

  /** @param patience how long a transaction waits for another process's write, in milliseconds */
  constructor(dataSource: DataSource, patience: number = defaultPatience) {
    super(dataSource);
    const queue = <Result>(work: () => Promise<Result>) => this.#next(work);
    this.#shared = new SharedCommits({ dataSource, queue });
    this.#mostTries = Math.ceil(patience / (betweenTries + standsStill));
  }

  /** `secure_delete` overwrites what was deleted; until a checkpoint the write-ahead log still holds what it was. */
  async forgetDeleted(): Promise<void> {
    for (let tries = 0; tries < this.#mostTries; tries++) {
      const [{ busy }] = await this.#alone(() => this.dataSource.query('PRAGMA wal_checkpoint(TRUNCATE)'));
      if (!busy) return;
      await pause(betweenTries);
    }
  }

  async close(): Promise<void> {
    await this.#alone(() => this.dataSource.destroy());
  }

  override inOneCommit<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#shared.during(work);
  }

  protected override async reading<Result>(work: () => Promise<Result>): Promise<Result> {
    const sharing = this.#shared.sharing();
    const { result, certain } = await this.#next(() => this.#shared.read(sharing, work));
    try {
      await certain;
      return result;
    } catch {
      // What it has seen is not there any more. Why hears whoever has written it.
      return this.#alone(work);
    }
  }

  /**
   * No locks are needed, because transactions run one after the other, over all processes. While another process
   * writes, this one does everything else, and reads too.
   */
  protected override async transacting<Result>(
    _locks: readonly Lock[],
    work: Work<Result>,
    mayWait?: (result: Result) => boolean,
  ): Promise<Transacted<Result>> {
    const sharing = this.#shared.sharing();
    for (let tries = 1; ; tries++) {
      let hasBegun = false;
      const noted: Work<Result> = (manager) => {
        hasBegun = true;
        return work(manager);
      };
      try {
        const shares = () => this.#shared.transaction(sharing, noted, mayWait);
        const { result, certain, isWanted } = await this.#next(shares);
        if (!isWanted) return { result, certain };
        await certain.catch(inOurWords);
        return { result };
      } catch (error) {
        if (hasBegun || !isBusy(error) || tries >= this.#mostTries) throw error;
      }
      await pause(betweenTries);
    }
  }

  /**
   * Writes one page without changing any data: `user_version` is a number in the file's head that nothing else uses.
   */
  protected override writeNothing(manager: EntityManager): Promise<unknown> {
    return manager.query('PRAGMA user_version = 1');
  }

  protected override async lookForRoom(): Promise<void> {
    const room = Math.min(await this.#roomOnDisk(), await this.#roomInFile());
    if (room < leastRoom)
      throw new UnfreezeError('storeUnavailable', `${words.SQLITE_FULL}, or nearly: ${room} bytes are left`);
  }

  protected override keepsFromWriting(error: unknown): boolean {
    return error instanceof UnfreezeError && Object.values(words).includes(error.message);
  }

  async #roomOnDisk(): Promise<number> {
    const { bavail, bsize } = await statfs(dirname(String(this.dataSource.options.database)));
    return bavail * bsize;
  }

  /** What SQLite's own limit leaves, which a bank can set and which otherwise is out of reach. */
  async #roomInFile(): Promise<number> {
    return this.read(async (manager) => {
      const pragma = async (name: string): Promise<number> => {
        const [row] = await manager.query(`PRAGMA ${name}`);
        return row[name];
      };
      const free = (await pragma('max_page_count')) - (await pragma('page_count'));
      return (free + (await pragma('freelist_count'))) * (await pragma('page_size'));
    });
  }

  /** Work that must not stand in a transaction that others have open. */
  #alone<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#next(async () => {
      await this.#shared.commit().catch(() => {});
      return work();
    });
  }

  async #next<Result>(work: () => Promise<Result>): Promise<Result> {
    this.refuseInside();
    const hasWaited = beginTiming(waitForOthers);
    const inTurn = () => {
      hasWaited();
      return work();
    };
    return this.#queue.acquire('database', inTurn).catch(inOurWords);
  }
}

/** Errors that an operator can mend (SQLite's result codes; the extended codes begin with these). */
const words = {
  SQLITE_FULL: 'the disk of the database is full',
  SQLITE_READONLY: 'the database can only be read by this account',
  SQLITE_IOERR: 'the disk of the database does not do what it should',
  SQLITE_CANTOPEN: 'the files of the database cannot be opened',
  SQLITE_BUSY: 'another process is writing: try again later',
};

function isBusy(error: unknown): boolean {
  return error instanceof UnfreezeError && error.message === words.SQLITE_BUSY;
}

/** Replaces a database error by one of ours, because its text may hold statements and parameters. */
function inOurWords(cause: unknown): never {
  if (!(cause instanceof TypeORMError)) throw cause;
  const { code = '' } = (cause instanceof QueryFailedError ? cause.driverError : {}) as { code?: string };
  const [, reason] = Object.entries(words).find(([name]) => code.startsWith(name)) ?? [];
  throw new UnfreezeError('storeUnavailable', reason ?? 'the database refused', { cause });
}
