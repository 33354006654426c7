import type { EntityManager } from 'typeorm';
import type { Audit } from '../audit/audit.ts';
import type { CardReference, LastFour } from '../contract/card.ts';
import { UnfreezeError } from '../contract/errors.ts';
import type { FreezeReason } from '../contract/freezeReason.ts';
import type { Clock, Instant } from '../contract/time.ts';
import { currentLock, release, subjects } from '../processor/throttle.ts';
import { type CardStatus, Cards } from '../store/entities/card.ts';
import type { Store } from '../store/store.ts';
import type { CardOnFile, CardSystem, FoundCard } from './cardSystem.ts';
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
  cardSystem: CardSystem;
  /** Undefined where the cards stand in the bank's own card system. */
  embedded: EmbeddedCardSystem | undefined;
  audit: Audit;
  clock: Clock;
};

/**
 * What the bank's operator can do with the cards. All but `release` is for the embedded card system only.
 * @throws UnfreezeError `settingsInvalid` where the cards stand in the bank's own
 */
export class CardOperations {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async list(): Promise<ListedCard[]> {
    const { store, clock } = this.#parts;
    const embedded = this.embedded();
    return store.read(async (manager) => {
      const cards = await manager.find(Cards, { order: { lastFour: 'ASC', reference: 'ASC' } });
      const listed: ListedCard[] = [];
      for (const { reference } of cards)
        listed.push(await listedCard(manager, await onFile(embedded, manager, reference), clock()));
      return listed;
    });
  }

  /** @returns whether it changed anything. @throws UnfreezeError `messageInvalid` where the card is unknown or closed */
  async freeze(reference: CardReference, reason: FreezeReason): Promise<boolean> {
    const { store, audit, clock } = this.#parts;
    const embedded = this.embedded();
    return store.transaction(async (manager) => {
      const { status } = await onFile(embedded, manager, reference);
      if (status === 'closed') throw new UnfreezeError('messageInvalid', 'a closed card cannot be frozen');
      const changed = await embedded.freeze(manager, reference, reason, clock());
      if (changed) await audit.write(manager, clock(), 'cardFrozen', { card: reference, reason });
      return changed;
    });
  }

  /** @returns whether there was a lock. @throws UnfreezeError `messageInvalid` where the card is unknown */
  async release(reference: CardReference): Promise<boolean> {
    const { store, cardSystem, audit, clock } = this.#parts;
    const { customerId } = known(await cardSystem.find(reference));
    return store.transaction(async (manager) => {
      const released = await release(manager, subjects(reference, customerId), clock());
      await audit.write(manager, clock(), 'lockReleased', { card: reference, released });
      return released;
    });
  }

  /** The embedded card system, for what makes sense there alone. @throws UnfreezeError `settingsInvalid` */
  embedded(): EmbeddedCardSystem {
    const { embedded } = this.#parts;
    if (embedded) return embedded;
    throw new UnfreezeError(
      'settingsInvalid',
      'CARD_SYSTEM_URL: the cards stand in the bank’s own card system; import, list and freeze them there',
    );
  }
}

async function listedCard(manager: EntityManager, card: CardOnFile, now: Date): Promise<ListedCard> {
  const { reference, lastFour, status, freezes, customerId } = card;
  const lock = await currentLock(manager, subjects(reference, customerId), now);
  return {
    card: reference,
    last4: lastFour,
    status,
    freezeReasons: freezes,
    remoteUnfreezingLockedUntil: lock ? (lock.until ?? 'untilReleased') : null,
  };
}

async function onFile(
  embedded: EmbeddedCardSystem,
  manager: EntityManager,
  reference: CardReference,
): Promise<CardOnFile> {
  return known(await embedded.findIn(manager, reference));
}

function known(found: FoundCard | undefined): CardOnFile {
  if (!found) throw new UnfreezeError('messageInvalid', 'there is no such card');
  return found.card;
}
