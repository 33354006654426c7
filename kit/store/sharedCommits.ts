import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource } from 'typeorm';
import type { Work } from './store.ts';

/**
 * A piece of work whose transactions may share a commit. `failure`: the reason why something that it has read was never
 * committed.
 */
type Sharing = { isOver: boolean; failure?: unknown };
/** The open transaction: all work that has written to it or read from it, and its commit. */
type Open = { sharings: Set<Sharing>; commit: PromiseWithResolvers<void>; timer: NodeJS.Timeout };
export type Transacted<Result> = { result: Result; certain?: Promise<void> };

/** The part of a better-sqlite3 connection that is used here. */
type Connection = { inTransaction: boolean };

/**
 * The most milliseconds that a transaction stays open, because other processes, such as an operator's command, cannot
 * write meanwhile.
 */
const openAtMost = 100;

type SharedCommitsDependencies = {
  dataSource: DataSource;
  /** Runs one work after the other: all that touches the connection. */
  queue: <Result>(work: () => Promise<Result>) => Promise<Result>;
};

/**
 * Lets transactions on SQLite's one connection share a commit, which costs more than all of their statements. The
 * transaction stays open until one of them, or whoever else reads, wants to be certain; each but the first stands in a
 * savepoint of it. Its methods are called in the queue.
 */
export class SharedCommits {
  readonly #parts: SharedCommitsDependencies;
  readonly #inside = new AsyncLocalStorage<Sharing>();
  #open: Open | undefined;

  constructor(parts: SharedCommitsDependencies) {
    this.#parts = parts;
  }

  /** The commit that work can share. Is asked for before the queue, where it is known who asks. */
  sharing(): Sharing | undefined {
    const sharing = this.#inside.getStore();
    return sharing?.isOver ? undefined : sharing;
  }

  /** Not to be called in the queue. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.sharing()) return work();
    const sharing: Sharing = { isOver: false };
    try {
      return await this.#inside.run(sharing, work);
    } finally {
      sharing.isOver = true;
      if (this.#open?.sharings.has(sharing)) await this.#parts.queue(() => this.commit());
      if (sharing.failure !== undefined) await this.#parts.queue(async () => assertHolds(sharing));
    }
  }

  /** What others have not committed is seen by nobody who could tell of it. */
  async read<Result>(sharing: Sharing | undefined, work: () => Promise<Result>): Promise<Result> {
    assertHolds(sharing);
    if (sharing) this.#open?.sharings.add(sharing);
    // Why that failed hears whoever has written it.
    else await this.commit().catch(() => {});
    return work();
  }

  async transaction<Result>(
    sharing: Sharing | undefined,
    work: Work<Result>,
    mayWait: ((result: Result) => boolean) | undefined,
  ): Promise<Transacted<Result>> {
    assertHolds(sharing);
    const { dataSource } = this.#parts;
    if (!this.#open && !(sharing && mayWait)) return { result: await dataSource.transaction(work) };
    const result = await (this.#open ? this.#joins(work) : this.#opens(work));
    if (sharing) this.#open?.sharings.add(sharing);
    if (sharing && this.#open && mayWait?.(result)) return { result, certain: this.#open.commit.promise };
    await this.commit();
    return { result };
  }

  async commit(): Promise<void> {
    const open = this.#open;
    if (!open) return;
    this.#open = undefined;
    clearTimeout(open.timer);
    const runner = this.#parts.dataSource.createQueryRunner();
    try {
      await runner.commitTransaction();
      open.commit.resolve();
    } catch (error) {
      await runner.rollbackTransaction().catch(() => {});
      this.#lost(open, error);
      throw error;
    }
  }

  /**
   * A failed savepoint leaves the rest of the transaction as it is, unless SQLite rolls back all of it, as it does on a
   * full disk.
   */
  async #joins<Result>(work: Work<Result>): Promise<Result> {
    const { dataSource } = this.#parts;
    try {
      return await dataSource.transaction(work);
    } catch (error) {
      const { databaseConnection } = dataSource.driver as unknown as { databaseConnection: Connection };
      const open = this.#open;
      if (open && !databaseConnection.inTransaction) {
        this.#open = undefined;
        clearTimeout(open.timer);
        this.#lost(open, error);
      }
      throw error;
    }
  }

  #lost({ sharings, commit }: Open, failure: unknown): void {
    // TypeORM goes on counting savepoints of a transaction that has gone.
    Object.assign(this.#parts.dataSource.createQueryRunner(), nothingOpen);
    for (const sharing of sharings) sharing.failure = failure;
    commit.reject(failure);
  }

  async #opens<Result>(work: Work<Result>): Promise<Result> {
    const runner = this.#parts.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      const result = await work(runner.manager);
      const timer = setTimeout(() => void this.#parts.queue(() => this.commit()).catch(() => {}), openAtMost);
      this.#open = { sharings: new Set(), commit: Promise.withResolvers(), timer: timer.unref() };
      this.#open.commit.promise.catch(() => {});
      return result;
    } catch (error) {
      await runner.rollbackTransaction().catch(() => {});
      throw error;
    }
  }
}

const nothingOpen = { isTransactionActive: false, transactionDepth: 0 };

/** Fails all work that has read what was lost. */
function assertHolds(sharing: Sharing | undefined): void {
  if (sharing?.failure !== undefined) throw sharing.failure;
}
