import { UnfreezeError } from '../../kit/errors.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import type { Clock } from '../../kit/time.ts';
import type { Audit } from '../audit/audit.ts';
import type { ByHand } from '../contract/byHand.ts';
import type { CardReference } from '../contract/card.ts';
import type { FreezeReason } from '../contract/freezeReason.ts';
import { locks } from '../tables/locks.ts';
import type { Throttling } from '../throttling/throttling.ts';
import type { CardOnFile, CardSystem, FoundCard } from './cardSystem.ts';
import type { EmbeddedCardSystem } from './embeddedCardSystem.ts';

type Parts = {
  store: Store;
  cardSystem: CardSystem;
  /** Undefined where the cards stand in the bank's own card system. */
  embedded: EmbeddedCardSystem | undefined;
  audit: Audit;
  throttling: Throttling;
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

  /** @returns whether it changed anything. @throws UnfreezeError `messageInvalid` where the card is unknown or closed */
  async freeze(reference: CardReference, reason: FreezeReason, by: ByHand): Promise<boolean> {
    const { store, audit, clock } = this.#parts;
    const embedded = this.embedded();
    return store.transaction([locks.card(reference)], async (manager) => {
      const { status } = await onFile(embedded, manager, reference);
      if (status === 'closed') throw new UnfreezeError('messageInvalid', 'a closed card cannot be frozen');
      const changed = await embedded.freeze(manager, reference, reason, clock());
      if (changed) await audit.write(manager, clock(), 'cardFrozen', { card: reference, reason, ...by });
      return changed;
    });
  }

  /** @returns how the card stands then, or undefined where it had no such freeze. @throws UnfreezeError `messageInvalid` where the card is unknown or closed */
  async lift(reference: CardReference, reason: FreezeReason, by: ByHand): Promise<CardOnFile | undefined> {
    const { store, audit, clock } = this.#parts;
    const embedded = this.embedded();
    return store.transaction([locks.card(reference)], async (manager) => {
      const { status } = await onFile(embedded, manager, reference);
      if (status === 'closed')
        throw new UnfreezeError('messageInvalid', 'a closed card has no freeze to lift');
      if (!(await embedded.liftFreeze(manager, reference, reason))) return undefined;
      await audit.write(manager, clock(), 'freezeLifted', { card: reference, reason, ...by });
      return onFile(embedded, manager, reference);
    });
  }

  /**
   * Forgets the failed attempts of a card and its customer, and with them their lock.
   * @returns whether there was a lock, and how many attempts had failed
   * @throws UnfreezeError `messageInvalid` where the card is unknown
   */
  async release(reference: CardReference, by: ByHand): Promise<{ released: boolean; failures: number }> {
    const { store, cardSystem, audit, throttling, clock } = this.#parts;
    const { customerId } = known(await cardSystem.find(reference));
    const decided = [locks.card(reference), locks.customer(customerId)];
    return store.transaction(decided, async (manager) => {
      const of = { card: reference, customer: customerId };
      const released = (await throttling.lockOf(manager, of)) !== undefined;
      const failures = await throttling.forget(manager, of);
      await audit.write(manager, clock(), 'lockReleased', { card: reference, released, failures, ...by });
      return { released, failures };
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
