import type { EntityManager } from './query.ts';
import type { Store } from './store.ts';

/** Writes in somebody else's transaction. */
export type Write = (manager: EntityManager) => Promise<unknown>;

/** What is collected while something is worked on, and written in one transaction at its end or not at all. */
export class UnitOfWork {
  readonly #writes: Write[] = [];
  readonly #followers: (() => void)[] = [];

  add(write: Write): void {
    this.#writes.push(write);
  }

  /** @param follower is called once what was collected is committed */
  whenCommitted(follower: () => void): void {
    this.#followers.push(follower);
  }

  /** To be called in the transaction; in the order in which they were collected. */
  async write(manager: EntityManager): Promise<void> {
    for (const write of this.#writes) await write(manager);
  }

  /** To be called after the commit. */
  committed(): void {
    for (const follower of this.#followers) follower();
  }
}

/** Writes with what is collected, where there is something that collects; else at once. */
export async function writeWith(work: UnitOfWork | undefined, store: Store, write: Write): Promise<void> {
  if (work) work.add(write);
  else await store.transaction([], write);
}
