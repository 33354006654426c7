import { AsyncLocalStorage } from 'node:async_hooks';
import AsyncLock from 'async-lock';
import { type DataSource, type EntityManager, TypeORMError } from 'typeorm';
import { UnfreezeError } from '../contract/errors.ts';

/**
 * The only way to the database. Work gets an EntityManager and must use no other.
 * With SQLite all work stands in one queue: TypeORM has one shared connection there, and a transaction that is
 * started while another is open would become a savepoint inside it and vanish when the outer one rolls back.
 */
export interface Store {
  /** Work that needs no transaction. Calling the store again inside it is refused, since it would wait for itself. */
  read<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result>;
  /** Commits when `work` resolves, rolls back when it rejects. No network call belongs inside. */
  transaction<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result>;
  /** Waits for the work that was begun, then closes the database. */
  close(): Promise<void>;
}

export class QueuedStore implements Store {
  readonly #dataSource: DataSource;
  readonly #queue = new AsyncLock({ maxPending: Number.POSITIVE_INFINITY });
  readonly #inside = new AsyncLocalStorage<true>();

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  read<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.#next(() => work(this.#dataSource.manager));
  }

  transaction<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.#next(() => this.#dataSource.transaction(work));
  }

  async close(): Promise<void> {
    await this.#next(() => this.#dataSource.destroy());
  }

  async #next<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#inside.getStore())
      throw new Error('the store was called inside its own work: pass the manager on');
    return this.#queue.acquire('database', () => this.#inside.run(true, work)).catch(inOurWords);
  }
}

/** A database's own error becomes one of ours: its text and its parameters are for nobody's eyes. */
function inOurWords(cause: unknown): never {
  if (!(cause instanceof TypeORMError)) throw cause;
  throw new UnfreezeError('storeUnavailable', 'the database refused', { cause });
}
