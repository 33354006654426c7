import AsyncLock from 'async-lock';
import { TypeORMError } from 'typeorm';
import { UnfreezeError } from '../contract/errors.ts';
import { DataSourceStore, type Work } from './store.ts';

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

  protected override transacting<Result>(work: Work<Result>): Promise<Result> {
    return this.#next(() => this.dataSource.transaction(work));
  }

  async #next<Result>(work: () => Promise<Result>): Promise<Result> {
    this.refuseInside();
    return this.#queue.acquire('database', work).catch(inOurWords);
  }
}

/** A database's own error becomes one of ours: its text and its parameters are for nobody's eyes. */
function inOurWords(cause: unknown): never {
  if (!(cause instanceof TypeORMError)) throw cause;
  throw new UnfreezeError('storeUnavailable', 'the database refused', { cause });
}
