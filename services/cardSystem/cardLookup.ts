import { UnfreezeError } from '../../kit/errors.ts';
import type { Language } from '../../kit/language.ts';
import { type EntityManager, type FindOptionsWhere, In } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import type { Instant } from '../../kit/time.ts';
import type { CardReference, LastFour } from '../contract/card.ts';
import type { FreezeReason } from '../contract/freezeReason.ts';
import { type ReservedPart, reservedParts } from '../contract/items/index.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import { type Card, CardFreezes, type CardStatus, Cards } from '../tables/card.ts';
import { Customers } from '../tables/customer.ts';
import type { Throttling } from '../throttling/throttling.ts';
import { reservedPartsOf } from './cardSystem.ts';

/** A card as the operator sees it. */
export type ListedCard = {
  card: CardReference;
  last4: LastFour;
  status: CardStatus;
  freezeReasons: FreezeReason[];
  remoteUnfreezingLockedUntil: Instant | 'untilReleased' | null;
};

/** One card with its customer, of whom no name, number or document is shown. */
export type ShownCard = ListedCard & {
  frozenSince: Partial<Record<FreezeReason, Instant>>;
  customer: string;
  language: Language;
  /** What of the customer an attempt can be checked against. */
  reserved: ReservedPart[];
  /** Failed attempts with the card or its customer that count towards a lock. */
  failedAttempts: number;
  otherCards: CardReference[];
};

/** What an operator knows of whoever calls. */
export type Known = { lastFour: LastFour } | { phone: string } | { customer: string };

/** So many cards are read at once. */
const cardsOfPage = 500;

/** Finds cards of the embedded card system for the operator, each with its freezes and its lock. */
export class CardLookup {
  readonly #store: Store;
  readonly #fields: FieldSealing;
  readonly #throttling: Throttling;

  constructor({ store, fields, throttling }: { store: Store; fields: FieldSealing; throttling: Throttling }) {
    this.#store = store;
    this.#fields = fields;
    this.#throttling = throttling;
  }

  /**
   * All cards, by their last four digits, a page at a time, so that a million of them fit into memory.
   * @param after the card behind which they begin
   * @throws UnfreezeError `messageInvalid` where that one is unknown
   */
  async *pages({
    after,
    most = cardsOfPage,
  }: {
    after?: CardReference | undefined;
    most?: number | undefined;
  } = {}) {
    for (let reference = after; ; ) {
      const from = reference;
      const page = await this.#store.read(async (manager) =>
        this.#listed(manager, await pageAfter(manager, from, most)),
      );
      if (page.length > 0) yield page;
      if (page.length < most) return;
      reference = page.at(-1)?.card;
    }
  }

  /**
   * Those of whom the operator knows that much, by their last four digits.
   * @param most so many are read, where there are more
   */
  find(known: Known, most?: number): Promise<ListedCard[]> {
    return this.#store.read(async (manager) => {
      const where = await this.#where(manager, known);
      const order = { lastFour: 'ASC', reference: 'ASC' } as const;
      const some = most === undefined ? {} : { take: most };
      return where ? this.#listed(manager, await manager.find(Cards, { where, order, ...some })) : [];
    });
  }

  /** Every card with these last four digits, and nothing else of it. */
  async referencesWith(lastFour: LastFour): Promise<CardReference[]> {
    const cards = await this.#store.read((manager) =>
      manager.find(Cards, { where: { lastFour }, select: { reference: true } }),
    );
    return cards.map(({ reference }) => reference);
  }

  /** @returns undefined where there is no such card */
  show(reference: CardReference): Promise<ShownCard | undefined> {
    return this.#store.read(async (manager) => {
      const card = await manager.findOneBy(Cards, { reference });
      const customer = card && (await manager.findOneBy(Customers, { id: card.customerId }));
      if (!customer) return undefined;
      const [listed] = await this.#listed(manager, [card]);
      const freezes = await manager.findBy(CardFreezes, { cardId: card.id });
      const cards = await manager.findBy(Cards, { customerId: customer.id });
      const of = { card: reference, customer: customer.id };
      const reserved = reservedPartsOf(customer);
      return (
        listed && {
          ...listed,
          frozenSince: Object.fromEntries(freezes.map(({ reason, since }) => [reason, since])),
          customer: customer.id,
          language: customer.language,
          reserved: reservedParts.filter((part) => reserved[part] !== null),
          failedAttempts: await this.#throttling.failures(manager, of),
          otherCards: cards.map((one) => one.reference).filter((one) => one !== reference),
        }
      );
    });
  }

  async #where(manager: EntityManager, known: Known): Promise<FindOptionsWhere<Card> | undefined> {
    if ('lastFour' in known) return { lastFour: known.lastFour };
    if ('customer' in known) return { customerId: known.customer };
    const phoneIndex = In(this.#fields.indexes('phone', known.phone));
    const customer = await manager.findOneBy(Customers, { phoneIndex });
    return customer ? { customerId: customer.id } : undefined;
  }

  async #listed(manager: EntityManager, cards: readonly Card[]): Promise<ListedCard[]> {
    const freezes = await manager.findBy(CardFreezes, { cardId: In(cards.map(({ id }) => id)) });
    const listed: ListedCard[] = [];
    for (const { id, reference, lastFour, status, customerId } of cards) {
      const lock = await this.#throttling.lockOf(manager, { card: reference, customer: customerId });
      const reasons = freezes.filter(({ cardId }) => cardId === id).map(({ reason }) => reason);
      listed.push({
        card: reference,
        last4: lastFour,
        status,
        freezeReasons: reasons.toSorted(),
        remoteUnfreezingLockedUntil: lock ? (lock.until ?? 'untilReleased') : null,
      });
    }
    return listed;
  }
}

/** The next cards of the order; two cards may have the same last four digits, and then their references decide. */
async function pageAfter(
  manager: EntityManager,
  after: CardReference | undefined,
  most: number,
): Promise<Card[]> {
  const query = manager
    .createQueryBuilder(Cards, 'card')
    .orderBy('card.lastFour')
    .addOrderBy('card.reference')
    .limit(most);
  if (after === undefined) return query.getMany();
  const card = await manager.findOneBy(Cards, { reference: after });
  if (!card) throw new UnfreezeError('messageInvalid', 'there is no such card');
  const { lastFour, reference } = card;
  return query
    .where('(card.lastFour, card.reference) > (:lastFour, :reference)', { lastFour, reference })
    .getMany();
}
