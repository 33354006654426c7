import { randomUUID } from 'node:crypto';
import type { EntityManager } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, type Instant, instant, later, minutes, seconds } from '../../kit/time.ts';
import { TurnLost } from './turnLost.ts';
import { type Leaves, left, sentSoFar, type TurnOrder } from './turnOrder.ts';
import { conversations, deliveries, type Holding } from './turnRows.ts';
import type { ConversationRow } from './turnTables.ts';

/** Calls `beat` at intervals until it is stopped. */
export type Heartbeat = (beat: () => Promise<void>) => () => void;

/** The time after which the next turn may begin when a process has died or lost the database. */
export const leaseLasts = 4 * seconds;

/** A lease is given back with an end this long ago, so that it is free at once for a process with a slow clock too. */
const skew = 1 * minutes;

type LeasedTurnsDependencies = { store: Store; clock: Clock; heartbeat?: Heartbeat | undefined };

/**
 * The order of turns over many processes: who has one holds a lease in the database. Each statement that takes or ends
 * one is a single one, so that of two only one has it.
 */
export class LeasedTurns implements TurnOrder {
  readonly writesFirst = true;
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #heartbeat: Heartbeat;

  constructor({ store, clock, heartbeat = everyThird }: LeasedTurnsDependencies) {
    this.#store = store;
    this.#clock = clock;
    this.#heartbeat = heartbeat;
  }

  isFree(conversation: ConversationRow | undefined): boolean {
    return conversation === undefined || conversation.expiresAt <= instant(this.#clock());
  }

  take(
    manager: EntityManager,
    { conversation, holder }: Omit<Holding, 'delivery'>,
    read: ConversationRow | undefined,
  ): Promise<void> {
    const now = this.#clock();
    const [version, expiresAt] = [randomUUID(), instant(later(now, leaseLasts))];
    const fresh = { id: conversation, version, state: null, awaits: null, holder, expiresAt };
    const taken = ['holder', 'version', 'expiresAt'] as const;
    return conversations.mustUpsert(manager, { ...fresh, updatedAt: instant(now) }, taken, {
      onlyIf: { that: '{version} = ? AND {expiresAt} <= ?', values: [read?.version ?? '', instant(now)] },
      refusal: () => new TurnLost(),
    });
  }

  end(manager: EntityManager, { conversation, holder }: Holding, leaves: Leaves): Promise<void> {
    const now = this.#clock();
    return conversations.mustUpdate(
      manager,
      { id: conversation, holder },
      {
        holder: leaves.isSent ? '' : holder,
        expiresAt: instant(later(now, leaves.isSent ? -skew : leaseLasts)),
        updatedAt: instant(now),
        version: randomUUID(),
        ...left(leaves),
      },
      () => new TurnLost(),
    );
  }

  async sent({ conversation, holder, delivery }: Holding, parts: number | null): Promise<void> {
    const isHeld = 'EXISTS (SELECT 1 FROM conversations WHERE id = ? AND holder = ?)';
    const where = { that: `{id} = ? AND ${isHeld}`, values: [delivery, conversation, holder] };
    const affected = await this.#store.read((manager) => deliveries.update(manager, where, sentSoFar(parts)));
    if (affected !== 1) throw new TurnLost();
  }

  async release({ conversation, holder }: Holding): Promise<void> {
    const expiresAt = instant(later(this.#clock(), -skew));
    // While the database is away the lease cannot be given back, and ends by itself.
    await this.#store
      .read((manager) =>
        conversations.update(manager, { id: conversation, holder }, { holder: '', expiresAt }),
      )
      .catch(() => {});
  }

  hold(holding: Holding): () => void {
    return this.#heartbeat(() => this.renew(holding).catch(() => {}));
  }

  /** Renews the lease, also after its time is over, unless another process holds it by then. */
  async renew({ conversation, holder }: Holding): Promise<void> {
    const expiresAt = instant(later(this.#clock(), leaseLasts));
    await this.#store.read((manager) =>
      conversations.update(manager, { id: conversation, holder }, { expiresAt }),
    );
  }

  lostBefore(): Instant {
    return instant(later(this.#clock(), -leaseLasts));
  }
}

/** The timer keeps no process alive. */
function everyThird(beat: () => Promise<void>): () => void {
  const timer = setInterval(() => void beat(), leaseLasts / 3).unref();
  return () => clearInterval(timer);
}
