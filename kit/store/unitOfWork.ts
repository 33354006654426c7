import type { EntityManager } from './query.ts';

/** Writes in somebody else's transaction. */
export type Write = (manager: EntityManager) => Promise<unknown>;

/** What is collected while something is worked on, and written in one transaction at its end or not at all. */
export class UnitOfWork {
  readonly #writes: Write[] = [];

  add(write: Write): void {
    this.#writes.push(write);
  }

  /** To be called in the transaction; in the order in which they were collected. */
  async write(manager: EntityManager): Promise<void> {
    for (const write of this.#writes) await write(manager);
  }
}
