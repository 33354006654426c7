import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';
import type { Lock } from './lock.ts';

export type Work<Result> = (manager: EntityManager) => Promise<Result>;

/**
 * The only way to the database. Work gets an EntityManager and must use no other, and wait for one statement
 * before it sends the next.
 */
export interface Store {
  /** Work that needs no transaction. Calling the store again inside it is refused, since it could wait for itself. */
  read<Result>(work: Work<Result>): Promise<Result>;
  /**
   * Commits when `work` resolves, rolls back when it rejects. No network call belongs inside, and nothing but
   * the database may be changed: work that was lost with its connection before the commit is done again.
   * @param locks what the work decides about by reading before it writes. None where each of its statements decides
   * by itself: one that adds rows, or changes those that meet its condition. Between the statements of work that names
   * no lock, others commit.
   * @throws UnfreezeError `storeUnavailable`
   */
  transaction<Result>(locks: readonly Lock[], work: Work<Result>): Promise<Result>;
  /**
   * Resolves when something can be written, and there is room for more; many who ask at once share one answer.
   * @throws UnfreezeError `storeUnavailable`
   */
  writable(): Promise<void>;
  /** Takes what was deleted out of the database's own files, as far as the database can. */
  forgetDeleted(): Promise<void>;
  /** Waits for the work that was begun, then closes the database. */
  close(): Promise<void>;
}

/** What the stores of both databases share. */
export abstract class DataSourceStore implements Store {
  protected readonly dataSource: DataSource;
  readonly #inside = new AsyncLocalStorage<true>();
  #probe: Promise<void> | undefined;

  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  async read<Result>(work: Work<Result>): Promise<Result> {
    return this.reading(() => this.#inside.run(true, () => work(this.dataSource.manager)));
  }

  async transaction<Result>(locks: readonly Lock[], work: Work<Result>): Promise<Result> {
    return this.transacting(locks, (manager) => this.#inside.run(true, () => work(manager)));
  }

  writable(): Promise<void> {
    this.#probe ??= this.probe().finally(() => {
      this.#probe = undefined;
    });
    return this.#probe;
  }

  /** Commits a write that changes nothing. */
  protected abstract probe(): Promise<void>;
  abstract forgetDeleted(): Promise<void>;
  abstract close(): Promise<void>;
  protected abstract reading<Result>(work: () => Promise<Result>): Promise<Result>;
  protected abstract transacting<Result>(locks: readonly Lock[], work: Work<Result>): Promise<Result>;

  protected refuseInside(): void {
    if (this.#inside.getStore())
      throw new Error('the store was called inside its own work: pass the manager on');
  }
}
