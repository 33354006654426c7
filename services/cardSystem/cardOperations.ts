import type { EntityManager } from 'typeorm';
import type { Audit } from '../audit/audit.ts';
import type { CardReference, LastFour } from '../contract/card.ts';
import { UnfreezeError } from '../contract/errors.ts';
import type { FreezeReason } from '../contract/freezeReason.ts';
import type { Clock, Instant } from '../contract/time.ts';
import type { Throttling } from '../processor/throttling/throttling.ts';
import { type CardStatus, Cards } from '../store/entities/card.ts';
import type { Store } from '../store/store.ts';
import type { CardOnFile } from './cardSystem.ts';
import type { EmbeddedCardSystem } from './embeddedCardSystem.ts';

/** A card as the operator sees it. */
export type ListedCard = {
  card: CardReference;
  last4: LastFour;
  status: CardStatus;
  freezeReasons: FreezeReason[];
  remoteUnfreezingLockedUntil: Instant | 'untilReleased' | null;
};

type Parts = {
  store: Store;
  cardSystem: EmbeddedCardSystem;
  audit: Audit;
  throttling: Throttling;
  clock: Clock;
};

/** What the bank's operator can do with the cards of the embedded card system. */
export class CardOperations {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async list(): Promise<ListedCard[]> {
    const { store } = this.#parts;
    return store.read(async (manager) => {
      const cards = await manager.find(Cards, { order: { lastFour: 'ASC', reference: 'ASC' } });
      const listed: ListedCard[] = [];
      for (const { reference } of cards) listed.push(await this.#listed(manager, reference));
      return listed;
    });
  }

  /** @returns whether it changed anything. @throws UnfreezeError `messageInvalid` where the card is unknown or closed */
  async freeze(reference: CardReference, reason: FreezeReason): Promise<boolean> {
    const { store, cardSystem, audit, clock } = this.#parts;
    return store.transaction(async (manager) => {
      const { status } = await this.#find(manager, reference);
      if (status === 'closed') throw new UnfreezeError('messageInvalid', 'a closed card cannot be frozen');
      const changed = await cardSystem.freeze(manager, reference, reason, clock());
      if (changed) await audit.write(manager, clock(), 'cardFrozen', { card: reference, reason });
      return changed;
    });
  }

  /**
   * Forgets the failed attempts of a card and its customer, and with them their lock.
   * @returns whether there was a lock, and how many attempts had failed
   * @throws UnfreezeError `messageInvalid` where the card is unknown
   */
  async release(reference: CardReference): Promise<{ released: boolean; failures: number }> {
    const { store, audit, throttling, clock } = this.#parts;
    return store.transaction(async (manager) => {
      const of = { card: reference, customer: (await this.#find(manager, reference)).customerId };
      const released = (await throttling.lockOf(manager, of)) !== undefined;
      const failures = await throttling.forget(manager, of);
      await audit.write(manager, clock(), 'lockReleased', { card: reference, released, failures });
      return { released, failures };
    });
  }

  async #listed(manager: EntityManager, reference: CardReference): Promise<ListedCard> {
    const { lastFour, status, freezes, customerId } = await this.#find(manager, reference);
    const lock = await this.#parts.throttling.lockOf(manager, { card: reference, customer: customerId });
    return {
      card: reference,
      last4: lastFour,
      status,
      freezeReasons: freezes,
      remoteUnfreezingLockedUntil: lock ? (lock.until ?? 'untilReleased') : null,
    };
  }

  async #find(manager: EntityManager, reference: CardReference): Promise<CardOnFile> {
    const card = await this.#parts.cardSystem.findCard(manager, reference);
    if (!card) throw new UnfreezeError('messageInvalid', 'there is no such card');
    return card;
  }
}
