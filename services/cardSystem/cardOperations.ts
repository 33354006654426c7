import { UnfreezeError } from '../../kit/errors.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import type { Clock, Instant } from '../../kit/time.ts';
import type { Decides } from '../approvals/approvals.ts';
import type { Audit } from '../audit/audit.ts';
import type { ByHand } from '../contract/byHand.ts';
import type { CardReference } from '../contract/card.ts';
import type { FreezeReason } from '../contract/freezeReason.ts';
import { locks } from '../tables/locks.ts';
import type { Throttled, Throttling } from '../throttling/throttling.ts';
import type { CardOnFile, CardSystem, FoundCard } from './cardSystem.ts';
import type { EmbeddedCardSystem } from './embeddedCardSystem.ts';

type CardOperationsDependencies = {
  store: Store;
  cardSystem: CardSystem;
  /** Undefined where the cards stand in the bank's own card system. */
  embedded: EmbeddedCardSystem | undefined;
  audit: Audit;
  throttling: Throttling;
  clock: Clock;
};

/** Another operator's approval of what there was `since` a moment. What has come since is not lifted by it. */
export type Approved = { since: Instant; decides: Decides };

/**
 * Whether there was a lock, and how many attempts had failed; and how the card stands, undefined where the card system does
 * not answer.
 */
export type Released = { released: boolean; failures: number; card: CardOnFile | undefined };

/** A card with whose failures are released with it. */
type Owned = { card: CardOnFile | undefined; of: Throttled };

/**
 * What the bank's operator can do with the cards. All but `release` is for the embedded card system only.
 * @throws UnfreezeError `settingsInvalid` where the cards stand in the bank's own
 */
export class CardOperations {
  readonly #parts: CardOperationsDependencies;

  constructor(parts: CardOperationsDependencies) {
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
  async lift(
    reference: CardReference,
    reason: FreezeReason,
    by: ByHand,
    approved?: Approved,
  ): Promise<CardOnFile | undefined> {
    const { store, audit, clock } = this.#parts;
    const embedded = this.embedded();
    return store.transaction([locks.card(reference)], async (manager) => {
      const { status } = await onFile(embedded, manager, reference);
      if (status === 'closed')
        throw new UnfreezeError('messageInvalid', 'a closed card has no freeze to lift');
      if (approved && (await embedded.frozenSince(manager, reference, reason)) !== approved.since) {
        await approved.decides(manager, 'none');
        return undefined;
      }
      if (!(await embedded.liftFreeze(manager, reference, reason))) return undefined;
      await approved?.decides(manager, 'done');
      await audit.write(manager, clock(), 'freezeLifted', { card: reference, reason, ...by });
      return onFile(embedded, manager, reference);
    });
  }

  /**
   * Forgets the failed attempts of a card and its customer, and with them their lock. Freezes stay. Where the card system does
   * not answer, the customer is the one of the card's failures.
   * @throws UnfreezeError `messageInvalid` where the card is unknown
   */
  async release(reference: CardReference, by: ByHand, approved?: Approved): Promise<Released> {
    const { store, audit, throttling, clock } = this.#parts;
    const { card, of } = await this.#owned(reference);
    const decided = [locks.card(reference), locks.customer(of.customer)];
    return store.transaction(decided, async (manager) => {
      const released = (await throttling.lockOf(manager, of)) !== undefined;
      if (approved) {
        const isTheSame = released && (await throttling.newestFailure(manager, of)) === approved.since;
        await approved.decides(manager, isTheSame ? 'done' : 'none');
        if (!isTheSame) return { released: false, failures: 0, card };
      }
      const failures = await throttling.forget(manager, of);
      await audit.write(manager, clock(), 'lockReleased', { card: reference, released, failures, ...by });
      return { released, failures, card };
    });
  }

  /** What there is to be released, told by its newest failure; no moment where there is no lock. @throws UnfreezeError `messageInvalid` */
  async lockedSince(
    reference: CardReference,
  ): Promise<{ card: CardOnFile | undefined; since: Instant | undefined }> {
    const { store, throttling } = this.#parts;
    const { card, of } = await this.#owned(reference);
    const since = await store.read(async (manager) =>
      (await throttling.lockOf(manager, of)) ? throttling.newestFailure(manager, of) : undefined,
    );
    return { card, since };
  }

  /** Since when a card has a freeze; undefined where it has none. @throws UnfreezeError `messageInvalid` */
  async frozenSince(reference: CardReference, reason: FreezeReason): Promise<Instant | undefined> {
    const embedded = this.embedded();
    return this.#parts.store.read(async (manager) => {
      await onFile(embedded, manager, reference);
      return embedded.frozenSince(manager, reference, reason);
    });
  }

  /** @throws UnfreezeError `messageInvalid` where the card is unknown */
  async #owned(reference: CardReference): Promise<Owned> {
    const { store, cardSystem, throttling } = this.#parts;
    try {
      const card = known(await cardSystem.find(reference));
      return { card, of: { card: reference, customer: card.customerId } };
    } catch (error) {
      const { code } = error as Partial<UnfreezeError>;
      if (code !== 'storeUnavailable' && code !== 'internal') throw error;
    }
    const customer = await store.read((manager) => throttling.customerOf(manager, reference));
    return { card: undefined, of: { card: reference, customer: customer ?? '' } };
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
