import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource } from 'typeorm';
import type { Work } from './store.ts';

/**
 * A piece of work whose transactions may share a commit. `failure`: the reason why something that it has read was never
 * committed.
 */
type Sharing = { isOver: boolean; failure?: unknown };
/** The open transaction: all work that has written to it or read from it, and its commit. */
type Open = {
  sharings: Set<Sharing>;
  commit: PromiseWithResolvers<void>;
  timer: NodeJS.Timeout;
  since: number;
  isDue: boolean;
};
export type Transacted<Result> = { result: Result; certain?: Promise<void> };
/** `isWanted`: whoever did the work goes on only once it is certain. */
type Shared<Result> = { result: Result; certain: Promise<void>; isWanted: boolean };

/** The part of a better-sqlite3 connection that is used here. */
type Connection = { inTransaction: boolean };
type Opened<Result> = { result: Result; open: Open };

/**
 * The most milliseconds that a transaction stays open, because other processes, such as an operator's command, cannot
 * write meanwhile.
 */
const openAtMost = 100;
/** The most milliseconds that others may go on joining a commit for which somebody waits. */
const gathersAtMost = 20;

type SharedCommitsDependencies = {
  dataSource: DataSource;
  /** Runs one work after the other: all that touches the connection. */
  queue: <Result>(work: () => Promise<Result>) => Promise<Result>;
};

/**
 * Lets transactions on SQLite's one connection share a commit, which costs more than all of their statements. The
 * transaction stays open until one of them, or whoever else reads, wants to be certain; then whatever this process has to
 * do at that moment may still join it. Each transaction but the first stands in a savepoint of it. What has no commit yet
 * is waited for outside of the queue, in which its methods are called.
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
      const open = this.#open;
      if (open?.sharings.has(sharing)) await this.#soon(open).catch(() => {});
      if (sharing.failure !== undefined) await this.#parts.queue(async () => assertHolds(sharing));
    }
  }

  /** What others have not committed is told to nobody before it is certain. */
  async read<Result>(sharing: Sharing | undefined, work: () => Promise<Result>): Promise<Transacted<Result>> {
    assertHolds(sharing);
    const open = this.#open;
    if (sharing) open?.sharings.add(sharing);
    const result = await work();
    return open && !sharing ? { result, certain: this.#soon(open) } : { result };
  }

  async transaction<Result>(
    sharing: Sharing | undefined,
    work: Work<Result>,
    mayWait: ((result: Result) => boolean) | undefined,
  ): Promise<Shared<Result>> {
    assertHolds(sharing);
    const { result, open } = await (this.#open ? this.#joins(this.#open, work) : this.#opens(work));
    if (sharing) open.sharings.add(sharing);
    if (sharing && mayWait?.(result)) return { result, certain: open.commit.promise, isWanted: false };
    if (performance.now() - open.since >= gathersAtMost) await this.commit();
    return { result, certain: this.#soon(open), isWanted: true };
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

  /** Commits behind whatever this process finds to do now. Resolves with the commit. */
  #soon(open: Open): Promise<void> {
    if (!open.isDue) {
      open.isDue = true;
      const commits = async () => {
        if (this.#open === open) await this.commit();
      };
      setImmediate(() => void this.#parts.queue(commits).catch(() => {}));
    }
    return open.commit.promise;
  }

  /**
   * A failed savepoint leaves the rest of the transaction as it is, unless SQLite rolls back all of it, as it does on a
   * full disk.
   */
  async #joins<Result>(open: Open, work: Work<Result>): Promise<Opened<Result>> {
    const { dataSource } = this.#parts;
    try {
      return { result: await dataSource.transaction(work), open };
    } catch (error) {
      const { databaseConnection } = dataSource.driver as unknown as { databaseConnection: Connection };
      if (!databaseConnection.inTransaction) {
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

  async #opens<Result>(work: Work<Result>): Promise<Opened<Result>> {
    const runner = this.#parts.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      const result = await work(runner.manager);
      const timer = setTimeout(() => void this.#parts.queue(() => this.commit()).catch(() => {}), openAtMost);
      const commit = Promise.withResolvers<void>();
      commit.promise.catch(() => {});
      const since = performance.now();
      const open = { sharings: new Set<Sharing>(), commit, timer: timer.unref(), since, isDue: false };
      this.#open = open;
      return { result, open };
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
