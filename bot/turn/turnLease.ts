import { createHash } from 'node:crypto';
import type { EntityManager } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, instant, later, minutes, seconds } from '../../kit/time.ts';
import { TurnLeaseRows } from './turnLeasesTable.ts';
import { TurnLost } from './turnLost.ts';

/** Which conversation, of which channel. */
export type TurnOf = { channelId: string; conversationId: string };

/** How long a turn whose process has died, or has lost the database, keeps the next one waiting. */
export const leaseLasts = 4 * seconds;

/** What is given back is free at once also for a process whose clock is late by less. */
const skew = 1 * minutes;

/**
 * The right to the turn in a conversation, as a row in the database: no connection and no transaction is held for
 * it, so that a process can lose either and keep its turn, and dies without leaving more than a row that expires.
 */
export class TurnLease {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #conversation: string;
  readonly #holder: string;

  /** @param holder an id that no other turn has */
  constructor({ store, clock }: { store: Store; clock: Clock }, of: TurnOf, holder: string) {
    this.#store = store;
    this.#clock = clock;
    this.#holder = holder;
    // Ids of channels have any length and may name a person: only their hash is kept.
    const { channelId, conversationId } = of;
    this.#conversation = createHash('sha256')
      .update(JSON.stringify([channelId, conversationId]))
      .digest('base64url');
  }

  /** Takes the turn if nobody has it. */
  async take(): Promise<boolean> {
    return this.#store.read((manager) =>
      this.#write(manager, leaseLasts, 'expires_at <= :now OR holder = :holder'),
    );
  }

  /** Makes the conversation known, as one where it is nobody's turn; one that is known stays as it is. */
  async prepare(): Promise<void> {
    const row = { conversation: this.#conversation, holder: '', expiresAt: instant(this.#clock()) };
    await this.#store.read((manager) =>
      manager.createQueryBuilder().insert().into(TurnLeaseRows).values(row).orIgnore().execute(),
    );
  }

  /** Holds on to the turn, also after its time unless somebody else has it by then. */
  async renew(): Promise<boolean> {
    return this.#store.read((manager) => this.#write(manager, leaseLasts, 'holder = :holder'));
  }

  /** Whoever waits can go on. */
  async release(): Promise<void> {
    await this.#store.read((manager) => this.#write(manager, -skew, 'holder = :holder'));
  }

  /**
   * To be called first in a transaction that writes for this turn: until its commit nobody takes the turn.
   * @throws TurnLost
   */
  async assertHeld(manager: EntityManager): Promise<void> {
    if (!(await this.#write(manager, leaseLasts, 'holder = :holder'))) throw new TurnLost();
  }

  /** One statement, so that of two who see it free only one has it. */
  async #write(manager: EntityManager, lasts: number, condition: string): Promise<boolean> {
    const now = this.#clock();
    const { affected } = await manager
      .createQueryBuilder()
      .update(TurnLeaseRows)
      .set({ holder: this.#holder, expiresAt: instant(later(now, lasts)) })
      .where(`conversation = :conversation AND (${condition})`, {
        conversation: this.#conversation,
        holder: this.#holder,
        now: instant(now),
      })
      .execute();
    return affected === 1;
  }
}
