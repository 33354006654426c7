import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import AsyncLock from 'async-lock';
import { type EntityManager, QueryFailedError, TypeORMError } from 'typeorm';
import { UnfreezeError } from '../errors.ts';
import type { Lock } from './lock.ts';
import { DataSourceStore, type Work } from './store.ts';

/** Bytes. With less the write-ahead log, which grows to some 4 MB before it is moved over, may find no place. */
const leastRoom = 8 * 2 ** 20;

/**
 * All work on SQLite in one queue: TypeORM has one shared connection there, and a transaction that is started
 * while another is open would become a savepoint inside it and vanish when the outer one rolls back.
 */
export class SqliteStore extends DataSourceStore {
  readonly #queue = new AsyncLock({ maxPending: Number.POSITIVE_INFINITY });

  /** `secure_delete` overwrites what was deleted; until a checkpoint the write-ahead log still holds what it was. */
  async forgetDeleted(): Promise<void> {
    await this.read((manager) => manager.query('PRAGMA wal_checkpoint(TRUNCATE)'));
  }

  async close(): Promise<void> {
    await this.#next(() => this.dataSource.destroy());
  }

  protected override reading<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#next(work);
  }

  /** Locks need nothing: transactions run one after the other here, over all processes. */
  protected override transacting<Result>(_locks: readonly Lock[], work: Work<Result>): Promise<Result> {
    return this.#next(() => this.dataSource.transaction(work));
  }

  /** `user_version` is a number in the file's head that is nobody's: to set it writes a page to the log. */
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

  async #next<Result>(work: () => Promise<Result>): Promise<Result> {
    this.refuseInside();
    return this.#queue.acquire('database', work).catch(inOurWords);
  }
}

/** What an operator can do something about (SQLite's result codes; extended ones begin with these). */
const words = {
  SQLITE_FULL: 'the disk of the database is full',
  SQLITE_READONLY: 'the database can only be read by this account',
  SQLITE_IOERR: 'the disk of the database does not do what it should',
  SQLITE_CANTOPEN: 'the files of the database cannot be opened',
  SQLITE_BUSY: 'another process is writing: try again later',
};

/** A database's own error becomes one of ours: its text and its parameters are for nobody's eyes. */
function inOurWords(cause: unknown): never {
  if (!(cause instanceof TypeORMError)) throw cause;
  const { code = '' } = (cause instanceof QueryFailedError ? cause.driverError : {}) as { code?: string };
  const [, reason] = Object.entries(words).find(([name]) => code.startsWith(name)) ?? [];
  throw new UnfreezeError('storeUnavailable', reason ?? 'the database refused', { cause });
}
