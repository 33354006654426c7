import type { Announcements } from '../../../../kit/store/announcements.ts';
import type { Lock } from '../../../../kit/store/lock.ts';
import type { Store, Work } from '../../../../kit/store/store.ts';

/** The store of a process that dies: after so many more transactions nothing is done any more. */
export class DyingStore implements Store {
  transactionsLeft = Number.POSITIVE_INFINITY;
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  get announcements(): Announcements {
    return this.#store.announcements;
  }

  get hasOneWriter(): boolean {
    return this.#store.hasOneWriter;
  }

  async read<Result>(work: Work<Result>): Promise<Result> {
    this.#alive();
    return this.#store.read(work);
  }

  async transaction<Result>(locks: readonly Lock[], work: Work<Result>): Promise<Result> {
    this.#alive();
    this.transactionsLeft -= 1;
    return this.#store.transaction(locks, work);
  }

  inOneCommit<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#store.inOneCommit(work);
  }

  async writable(): Promise<void> {
    this.#alive();
    return this.#store.writable();
  }

  async tryWriting(): Promise<void> {
    this.#alive();
    return this.#store.tryWriting();
  }

  keepTrying(): () => void {
    return this.#store.keepTrying();
  }

  onlyWhile(isAllowed: () => void): void {
    this.#store.onlyWhile(isAllowed);
  }

  async forgetDeleted(): Promise<void> {
    this.#alive();
    return this.#store.forgetDeleted();
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  #alive(): void {
    if (this.transactionsLeft <= 0) throw new Error('the process has died');
  }
}
