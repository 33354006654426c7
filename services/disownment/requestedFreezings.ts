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

/** The staff make it a report of a loss where it is one; a customer can lift this one here. */
const reason = 'customerRequest';
/** A number that is forged can annoy its owner so often a day and card, and no more. */
const mostInADay = 2;
export const countedFor = 24 * hours;
/** A document that matched longer ago is no word of who speaks now. */
const shownFor = 30 * minutes;

type Parts = {
  store: Store;
  cardSystem: CardSystem;
  records: FrozenCardRecords;
  audit: Audit;
  /** Whether the number of a card is enough to freeze it, as the bank's policy has it. */
  byNumberAlone: boolean;
  noticeRules: NoticeRules;
  ownMessages: OwnMessages;
  clock: Clock;
};

/** The card that is meant, and what shows that it may be frozen for who asks. */
export type Meant = { found: FoundCard; shownBy: FreezingShownBy };
/** What a wish has come to: a card that is to be frozen, one that is already, or nothing. */
export type Claimed = { freezing?: RequestedFreezing; found: FoundCard } | undefined;

/**
 * "Freeze my card": freezes it at the wish of its customer, and tells them by text. That it was wished for commits before the
 * card system is asked, as with what was disowned, so that whoever settles freezes a card whose freezing was lost.
 */
export class RequestedFreezings {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Undefined where no card is meant that may be frozen for who asks. */
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

  /** Notes that it was wished for, in a transaction that has the card's lock; what would unfreeze the card ends. */
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

  /** Freezes what was claimed, and says what came of it. */
  async freeze(claimed: Claimed): Promise<CardFreezingAnswer> {
    if (!claimed) return { outcome: 'notFrozen' };
    const { freezing, found } = claimed;
    const { reference: card, lastFour } = found.card;
    const frozen = freezing ? await this.#freeze(freezing).then(...isDone) : true;
    return { outcome: frozen ? 'frozen' : 'freezing', card: { card, lastFour } };
  }

  /** Freezes what was wished for and could not be frozen. @throws UnfreezeError `storeUnavailable` where one still cannot */
  async settle(): Promise<void> {
    const open = await this.#parts.store.read((manager) => manager.findBy(Rows, { frozenAt: IsNull() }));
    const failures: unknown[] = [];
    for (const one of open) await this.#freeze(one).catch((error: unknown) => failures.push(error));
    if (failures.length === 0) return;
    const many = `of ${open.length} cards to be frozen, ${failures.length} could not be`;
    throw new UnfreezeError('storeUnavailable', many, { cause: failures[0] });
  }

  /** How many cards were to be frozen and are not yet. */
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
      // Whoever has asked is awake, and whoever has not must know.
      await queueNotice(manager, { ...found, at, channel, ownMessages }, { kind: 'cardFrozen' });
    });
  }

  /** What a forger can do is counted; with the document it is the customer. */
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

  /** The card whose authentication request the document has matched in, at this user terminal and lately. */
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
