import { randomUUID } from 'node:crypto';
import type { EntityManager } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, type Instant, instant } from '../../kit/time.ts';
import { type Leaves, left, sentSoFar, type TurnOrder } from './turnOrder.ts';
import { conversations, deliveries, type Holding } from './turnRows.ts';

/**
 * The order of turns where one process has the database for itself: it stands in memory, and what a turn does is
 * written at its end alone. What is found open was left by a process that has died.
 */
export class OwnTurns implements TurnOrder {
  readonly writesFirst = false;
  readonly #store: Store;
  readonly #clock: Clock;

  constructor({ store, clock }: { store: Store; clock: Clock }) {
    this.#store = store;
    this.#clock = clock;
  }

  isFree(): boolean {
    return true;
  }

  async take(): Promise<void> {}

  async end(manager: EntityManager, { conversation: id }: Holding, leaves: Leaves): Promise<void> {
    const now = instant(this.#clock());
    const changed = { version: randomUUID(), holder: '', expiresAt: now, updatedAt: now, ...left(leaves) };
    const fresh = { id, state: null, awaits: null, ...changed };
    await conversations.put(manager, fresh, Object.keys(changed) as (keyof typeof changed)[]);
  }

  async sent({ delivery }: Holding, parts: number | null): Promise<void> {
    await this.#store.read((manager) => deliveries.update(manager, { id: delivery }, sentSoFar(parts)));
  }

  async release(): Promise<void> {}

  hold(): () => void {
    return () => {};
  }

  lostBefore(): Instant {
    return instant(this.#clock());
  }
}
