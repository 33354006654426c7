import { randomUUID } from 'node:crypto';
import { UnfreezeError } from '../../kit/errors.ts';
import { type EntityManager, In, IsNull, MoreThan, Not } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, hours, instant, later, minutes } from '../../kit/time.ts';
import type { Audit } from '../audit/audit.ts';
import type { CardSystem, FoundCard } from '../cardSystem/cardSystem.ts';
import type { CardReference } from '../contract/card.ts';
import type { CardFreezing, CardFreezingAnswer, FreezingShownBy } from '../contract/cardFreezing.ts';
import type { UserTerminal } from '../contract/userTerminal.ts';
import type { NoticeRules } from '../notifications/noticeRules.ts';
import { queueNotice } from '../notifications/outbox.ts';
import type { OwnMessages } from '../notifications/ownMessages.ts';
import type { FrozenCardRecords } from '../records/frozenCardRecords.ts';
import { AuthenticationRequests, AuthenticationResults } from '../tables/authenticationRequest.ts';
import { Customers } from '../tables/customer.ts';
import { type RequestedFreezing, RequestedFreezingRows as Rows } from '../tables/requestedFreezing.ts';

/** The reason of the freeze, which the customer can lift here. If the card was lost, the bank's staff change it. */
const reason = 'customerRequest';
/**
 * The most freezings a day for one card by its number or phone, so that a forged number cannot disturb its owner more
 * often.
 */
const mostInADay = 2;
export const countedFor = 24 * hours;
/** The time for which a matched document counts; later, somebody else may be speaking. */
const shownFor = 30 * minutes;

type RequestedFreezingsDependencies = {
  store: Store;
  cardSystem: CardSystem;
  records: FrozenCardRecords;
  audit: Audit;
  /** Whether the bank's policy lets a card be frozen by its number alone. */
  byNumberAlone: boolean;
  noticeRules: NoticeRules;
  ownMessages: OwnMessages;
  clock: Clock;
};

/** The card to be frozen, and the proof that is enough for it. */
export type Meant = { found: FoundCard; shownBy: FreezingShownBy };
/** The result of a claim: a card to be frozen, one that is frozen already, or nothing. */
export type Claimed = { freezing?: RequestedFreezing; found: FoundCard } | undefined;

/**
 * "Freeze my card": freezes a card at its customer's request and informs them by text. The request is committed before
 * the card system is asked, so that `settle` can freeze the card later if this process or the answer is lost.
 */
export class RequestedFreezings {
  readonly #parts: RequestedFreezingsDependencies;

  constructor(parts: RequestedFreezingsDependencies) {
    this.#parts = parts;
  }

  /** The card to be frozen; undefined where there is none that this customer may have frozen. */
  async meant(freezing: CardFreezing): Promise<Meant | 'several' | undefined> {
    const { cardSystem } = this.#parts;
    const document = await this.#cardOfDocument(freezing);
    const { phone, lastFour } = freezing;
    const named = freezing.card && (await cardSystem.referenceNow(freezing.card));
    const byPhone = phone && lastFour && !named ? await cardSystem.ofPhone(phone, lastFour) : [];
    if (byPhone.length > 1) return 'several';
    const card = named ?? byPhone[0] ?? document;
    const found = card && (await cardSystem.find(card));
    if (!found || found.card.status === 'closed') return undefined;
    const shownBy = this.#shownBy(found, { phone, document });
    return shownBy && { found, shownBy };
  }

  /** Stores the request, in a transaction with the card's lock, and ends everything that could unfreeze the card. */
  async claim(manager: EntityManager, meant: Meant, { channel, address }: UserTerminal): Promise<Claimed> {
    const { audit, clock, records } = this.#parts;
    const { found, shownBy } = meant;
    const card = found.card.reference;
    const open = await manager.findOneBy(Rows, { card, frozenAt: IsNull() });
    if (open) return { freezing: open, found };
    if (found.card.freezes.includes(reason)) return { found };
    const now = clock();
    if (shownBy !== 'identityDocument' && (await this.#lately(manager, card)) >= mostInADay) return undefined;
    const requestedAt = instant(now);
    const freezing = { id: randomUUID(), card, shownBy, channel, requestedAt, frozenAt: null };
    await manager.insert(Rows, freezing);
    await manager.update(AuthenticationRequests, { card, state: 'open' }, { state: 'over' });
    await records.remove(manager, card);
    const details = { freezing: freezing.id, card, shownBy, channel, address };
    await audit.write(manager, now, 'freezingRequested', details);
    return { freezing, found };
  }

  /** Freezes the claimed card. @returns the answer to the customer */
  async freeze(claimed: Claimed): Promise<CardFreezingAnswer> {
    if (!claimed) return { outcome: 'notFrozen' };
    const { freezing, found } = claimed;
    const { reference: card, lastFour } = found.card;
    const frozen = freezing ? await this.#freeze(freezing).then(...isDone) : true;
    return { outcome: frozen ? 'frozen' : 'freezing', card: { card, lastFour } };
  }

  /**
   * Freezes the cards that could not be frozen before. @throws UnfreezeError `storeUnavailable` where one still cannot
   */
  async settle(): Promise<void> {
    const open = await this.#parts.store.read((manager) => manager.findBy(Rows, { frozenAt: IsNull() }));
    const failures: unknown[] = [];
    for (const one of open) await this.#freeze(one).catch((error: unknown) => failures.push(error));
    if (failures.length === 0) return;
    const many = `of ${open.length} cards to be frozen, ${failures.length} could not be`;
    throw new UnfreezeError('storeUnavailable', many, { cause: failures[0] });
  }

  /** The number of cards that must still be frozen. */
  open(): Promise<number> {
    return this.#parts.store.read((manager) => manager.countBy(Rows, { frozenAt: IsNull() }));
  }

  async #freeze({ id, card, channel }: RequestedFreezing): Promise<void> {
    const { cardSystem, audit, clock, ownMessages } = this.#parts;
    const found = await cardSystem.find(card);
    const addressee = await cardSystem.addressee(card);
    await cardSystem.addFreeze({ id, card, reason }, async (manager) => {
      const at = clock();
      const done = await manager.update(Rows, { id, frozenAt: IsNull() }, { frozenAt: instant(at) });
      if (done.affected !== 1) return;
      await audit.write(manager, at, 'cardFrozen', { freezing: id, card, reason });
      if (!found) return;
      const owner =
        addressee ?? (await manager.findOneBy(Customers, { id: found.reserved.customerId })) ?? undefined;
      if (!owner || !(await this.#parts.noticeRules.mayBeTold(manager, owner))) return;
      if (addressee) await manager.upsert(Customers, addressee, ['id']);
      // The notice is not held back in the quiet hours: who asked is awake, and who did not ask must know.
      await queueNotice(manager, { ...found, at, channel, ownMessages }, { kind: 'cardFrozen' });
    });
  }

  /**
   * The recent freezings of a card without a document. Those with one are not limited, since only the customer has it.
   */
  #lately(manager: EntityManager, card: CardReference): Promise<number> {
    const requestedAt = MoreThan(instant(later(this.#parts.clock(), -countedFor)));
    return manager.countBy(Rows, { card, requestedAt, shownBy: Not('identityDocument') });
  }

  #shownBy(
    { card, phone: registered }: FoundCard,
    { phone, document }: { phone: string | undefined; document: CardReference | undefined },
  ): FreezingShownBy | undefined {
    if (document === card.reference) return 'identityDocument';
    if (phone === registered) return 'registeredPhone';
    return this.#parts.byNumberAlone ? 'cardNumber' : undefined;
  }

  /** The card of an authentication request at this user terminal in which the document has matched recently. */
  async #cardOfDocument({
    authenticationRequest: id,
    userTerminal: { channel, address },
  }: CardFreezing): Promise<CardReference | undefined> {
    if (id === undefined) return undefined;
    const { store, clock } = this.#parts;
    const createdAt = MoreThan(instant(later(clock(), -shownFor)));
    return store.read(async (manager) => {
      const state = In(['open', 'unfrozen']);
      const request = await manager.findOneBy(AuthenticationRequests, {
        id,
        channel,
        address,
        createdAt,
        state,
      });
      const matched = { authenticationRequest: id, item: 'identityDocument', matched: true } as const;
      return request && (await manager.existsBy(AuthenticationResults, matched)) ? request.card : undefined;
    });
  }
}

const isDone = [() => true, () => false] as const;
