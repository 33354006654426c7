import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';
import { seconds } from '../time.ts';
import { spanned } from '../trace.ts';
import { followersOf } from './afterCommit.ts';
import { Announcements } from './announcements.ts';
import type { Lock } from './lock.ts';
import type { Transacted } from './sharedCommits.ts';

export type Work<Result> = (manager: EntityManager) => Promise<Result>;

/**
 * The only way to the database. Work gets an EntityManager and must use no other, and wait for one statement
 * before it sends the next.
 */
export interface Store {
  /** What has come into the database, for those who wait for it. */
  readonly announcements: Announcements;
  /** Whether a transaction that writes holds up every other one that wants to: a file has one writer. */
  readonly hasOneWriter: boolean;
  /** Work that needs no transaction. Calling the store again inside it is refused, since it could wait for itself. */
  read<Result>(work: Work<Result>): Promise<Result>;
  /**
   * Commits when `work` resolves, rolls back when it rejects. No network call belongs inside, and nothing but
   * the database may be changed: work that was lost with its connection before the commit is done again.
   * @param locks what the work decides about by reading before it writes. None where each of its statements decides
   * by itself: one that adds rows, or changes those that meet its condition. Between the statements of work that names
   * no lock, others commit.
   * @param mayWait whether it may become certain with the next transaction of the same `inOneCommit`, or at the end of
   * that: where until then nobody outside hears of it, and nothing outside is done
   * @throws UnfreezeError `storeUnavailable`
   */
  transaction<Result>(
    locks: readonly Lock[],
    work: Work<Result>,
    mayWait?: (result: Result) => boolean,
  ): Promise<Result>;
  /**
   * Work that may read what is not certain yet, and whose transactions may share a commit, where the database has one writer
   * anyway. When it is over, all that it has seen is certain; where some of that is lost, so is whatever else it wants of the
   * store. Nothing in it writes with `read`.
   */
  inOneCommit<Result>(work: () => Promise<Result>): Promise<Result>;
  /**
   * Resolves when the last write of this process has succeeded and there is room for more; writes nothing to find out. Many
   * who ask at once share one answer.
   * @throws UnfreezeError `storeUnavailable`
   */
  writable(): Promise<void>;
  /** Commits a write that changes nothing, whose end counts as that of the last write. @throws UnfreezeError `storeUnavailable` */
  tryWriting(): Promise<void>;
  /**
   * Starts to try a write whenever nobody has written for a while, so that `writable` is up to date: every ten seconds,
   * and every second while writing fails. @returns what ends that
   */
  keepTrying(): () => void;
  /** Lets no transaction begin while `isAllowed` throws. */
  onlyWhile(isAllowed: () => void): void;
  /** Takes what was deleted out of the database's own files, as far as the database can. */
  forgetDeleted(): Promise<void>;
  /** Waits for the work that was begun, then closes the database. */
  close(): Promise<void>;
}

/** How the wait for other transactions is called where work is timed. */
export const waitForOthers = 'store: wait';

const tick = 1 * seconds;
const quietTicks = 10;

/** The common part of the stores of both databases. */
export abstract class DataSourceStore implements Store {
  readonly announcements = new Announcements();
  abstract readonly hasOneWriter: boolean;
  protected readonly dataSource: DataSource;
  readonly #inside = new AsyncLocalStorage<true>();
  #look: Promise<void> | undefined;
  /** Why the last write did not succeed; what only this one transaction wanted is no reason. */
  #failure: unknown;
  #ticksSinceWrite = 0;
  #isAllowed = () => {};

  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  async read<Result>(work: Work<Result>): Promise<Result> {
    const reads = () => this.reading(() => this.#inside.run(true, () => work(this.dataSource.manager)));
    return spanned('store: read', reads);
  }

  inOneCommit<Result>(work: () => Promise<Result>): Promise<Result> {
    return work();
  }

  async transaction<Result>(
    locks: readonly Lock[],
    work: Work<Result>,
    mayWait?: (result: Result) => boolean,
  ): Promise<Result> {
    this.#isAllowed();
    return spanned('store: transaction', () => this.#transacts(locks, work, mayWait));
  }

  async #transacts<Result>(
    locks: readonly Lock[],
    work: Work<Result>,
    mayWait: ((result: Result) => boolean) | undefined,
  ): Promise<Result> {
    try {
      let followers: (() => void)[] = [];
      const noted: Work<Result> = (manager) => {
        followers = followersOf(manager);
        return this.#inside.run(true, () => work(manager));
      };
      const committed = () => {
        this.#ticksSinceWrite = 0;
        for (const follower of followers) follower();
      };
      const { result, certain } = await this.transacting(locks, noted, mayWait);
      if (certain !== undefined) certain.then(committed, () => {});
      else committed();
      return result;
    } catch (error) {
      if (this.keepsFromWriting(error)) this.#failure = error;
      throw error;
    }
  }

  onlyWhile(isAllowed: () => void): void {
    this.#isAllowed = isAllowed;
  }

  writable(): Promise<void> {
    this.#look ??= this.#looked().finally(() => {
      this.#look = undefined;
    });
    return this.#look;
  }

  async tryWriting(): Promise<void> {
    await this.transaction([], (manager) => this.writeNothing(manager));
    // A finished write is the only proof that writing works: another transaction may have had nothing to write.
    this.#failure = undefined;
  }

  keepTrying(): () => void {
    let isTrying = false;
    const timer = setInterval(() => {
      this.#ticksSinceWrite += 1;
      if (isTrying || (this.#failure === undefined && this.#ticksSinceWrite < quietTicks)) return;
      isTrying = true;
      // Why it failed is what `writable` tells.
      this.tryWriting()
        .catch(() => {})
        .finally(() => {
          isTrying = false;
        });
    }, tick).unref();
    return () => clearInterval(timer);
  }

  /** Writes what no one reads and what changes nothing. */
  protected abstract writeNothing(manager: EntityManager): Promise<unknown>;
  /** Looks, without writing, whether there is room and whether the database takes writes at all. */
  protected abstract lookForRoom(): Promise<void>;
  /** Whether an error of a transaction says that others would fail as well. */
  protected abstract keepsFromWriting(error: unknown): boolean;
  abstract forgetDeleted(): Promise<void>;
  abstract close(): Promise<void>;
  protected abstract reading<Result>(work: () => Promise<Result>): Promise<Result>;
  /** @returns the result, and what resolves with the commit where that is still to come */
  protected abstract transacting<Result>(
    locks: readonly Lock[],
    work: Work<Result>,
    mayWait: ((result: Result) => boolean) | undefined,
  ): Promise<Transacted<Result>>;

  protected refuseInside(): void {
    if (this.#inside.getStore())
      throw new Error('the store was called inside its own work: pass the manager on');
  }

  async #looked(): Promise<void> {
    await this.lookForRoom();
    if (this.#failure !== undefined) throw this.#failure;
  }
}
