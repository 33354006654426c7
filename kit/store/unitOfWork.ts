import type { EntityManager } from './query.ts';
import type { Store } from './store.ts';

/** A write that runs in a transaction that somebody else has begun. */
export type Write = (manager: EntityManager) => Promise<unknown>;

/** Collects writes during a piece of work. At its end all are written in one transaction, or none. */
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

  /** Writes what was collected, in its order. Is called in the transaction. */
  async write(manager: EntityManager): Promise<void> {
    for (const write of this.#writes) await write(manager);
  }

  /** Is called after the commit. */
  committed(): void {
    for (const follower of this.#followers) follower();
  }
}

/** Adds a write to the open unit of work; without one, writes at once. */
export async function writeWith(work: UnitOfWork | undefined, store: Store, write: Write): Promise<void> {
  if (work) work.add(write);
  else await store.transaction([], write);
}
