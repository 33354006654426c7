import { parse } from '../../kit/parse.ts';
import { type Asked, askedAs, askTogether } from '../../kit/store/askTogether.ts';
import { leaveSql, plainlyAsked, plainSql } from '../../kit/store/plainSql.ts';
import { PreparedTable } from '../../kit/store/preparedTable.ts';
import type { EntityManager, EntitySchema, ObjectLiteral } from '../../kit/store/query.ts';
import { recorded } from '../../kit/store/recording.ts';
import type { Store } from '../../kit/store/store.ts';
import type { Write } from '../../kit/store/unitOfWork.ts';
import { type Clock, type Instant, instant } from '../../kit/time.ts';
import type { AuthenticationAnswer } from '../contract/authenticationInformation.ts';
import { CardNumber, type CardReference, type LastFour, type NamedCard } from '../contract/card.ts';
import type { FreezeReason } from '../contract/freezeReason.ts';
import { cardReference } from '../security/cardReference.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import type { KeyRing } from '../security/keyRing.ts';
import type { PasswordVerifiers } from '../security/passwordVerifier.ts';
import { type Card, CardFreezes, type CardStatus, Cards } from '../tables/card.ts';
import { Customers } from '../tables/customer.ts';
import { locks } from '../tables/locks.ts';
import { CountedPasswordChecks } from '../tables/passwordCheck.ts';
import type { Unfreezing } from '../tables/unfreezing.ts';
import type {
  CardSystem,
  CheckedPassword,
  FoundCard,
  FreezeToAdd,
  PasswordCheck,
  UnfreezeSteps,
} from './cardSystem.ts';
import { findCard } from './findCard.ts';
import { passwordPlace } from './reservedPlaces.ts';

/** So many wrong transaction passwords freeze a card, wherever they were given. */
const mostPasswordErrors = 3;

type EmbeddedCardSystemDependencies = {
  store: Store;
  keyRing: KeyRing;
  fields: FieldSealing;
  verifiers: PasswordVerifiers;
  clock: Clock;
};

/** A customer has a few cards; of more only so many are named. */
const mostOthers = 4;

/** The card system that Thawline brings along: the cards stand in its own database. */
export class EmbeddedCardSystem implements CardSystem {
  readonly #parts: EmbeddedCardSystemDependencies;

  constructor(parts: EmbeddedCardSystemDependencies) {
    this.#parts = parts;
  }

  async referenceOf(cardNumber: CardNumber): Promise<CardReference> {
    return this.referenceNamed(cardNumber);
  }

  referenceNamed(name: string): CardReference {
    const cardNumber = parse(CardNumber, name);
    return cardReference(this.#parts.keyRing.secret('cardReferenceKey'), cardNumber);
  }

  /** Asks the database only while another key than the one of now may have made a reference. */
  async referenceNow(card: CardReference): Promise<CardReference> {
    const { keyRing, store } = this.#parts;
    if (keyRing.secrets('cardReferenceKey').length === 1) return card;
    const where = [{ reference: card }, { otherReference: card }];
    const found = await store.read((manager) =>
      manager.findOne(Cards, { where, select: { id: true, reference: true } }),
    );
    return found?.reference ?? card;
  }

  find(card: CardReference): Promise<FoundCard | undefined> {
    return this.#parts.store.read((manager) => this.findIn(manager, card));
  }

  /** Inside the caller's own transaction. */
  async findIn(manager: EntityManager, reference: CardReference): Promise<FoundCard | undefined> {
    const [found] = await askTogether(manager, [this.near.asked(manager, reference)]);
    return found;
  }

  readonly near = {
    /** One statement whatever there is, so that the time tells nothing. */
    asked: (manager: EntityManager, reference: CardReference) =>
      findCard(manager, reference, this.#parts.fields),
  };

  /** Its references hold nothing. */
  lastFourIn(): undefined {}

  search(phone: string, lastFour: LastFour): Promise<CardReference[]> {
    return this.#ofPhone(phone, lastFour, ['frozen']);
  }

  ofPhone(phone: string, lastFour: LastFour): Promise<CardReference[]> {
    return this.#ofPhone(phone, lastFour, ['frozen', 'active']);
  }

  async #ofPhone(
    phone: string,
    lastFour: LastFour,
    statuses: readonly CardStatus[],
  ): Promise<CardReference[]> {
    const { store, fields } = this.#parts;
    const phoneIndexes = fields.indexes('phone', phone);
    const found = await store.read((manager) =>
      manager
        .createQueryBuilder()
        .from(Cards, 'card')
        .innerJoin('customers', 'customer', 'customer.id = card.customerId')
        .select('card.reference', 'reference')
        .where('customer.phoneIndex IN (:...phoneIndexes)', { phoneIndexes })
        .andWhere('card.lastFour = :lastFour', { lastFour })
        .andWhere('card.status IN (:...statuses)', { statuses })
        .getRawMany<{ reference: CardReference }>(),
    );
    return found.map(({ reference }) => reference);
  }

  async otherFrozen(card: CardReference): Promise<NamedCard[]> {
    const statement = `SELECT other.reference AS "card", other.last_four AS "lastFour" FROM cards card
      JOIN cards other ON other.customer_id = card.customer_id
      WHERE card.reference = ? AND other.status = 'frozen' AND other.reference <> card.reference
      ORDER BY other.last_four LIMIT ${mostOthers}`;
    return this.#parts.store.read((manager) => plainSql<NamedCard>(manager, statement, [card]));
  }

  async checkPassword({
    id,
    card,
    customerId,
    passwordVerifier,
    password,
  }: PasswordCheck): Promise<CheckedPassword> {
    const matched = await this.#parts.verifiers.matches(
      password,
      passwordVerifier,
      passwordPlace(customerId),
    );
    const errors = matched ? 0 : 1;
    return { matched, counts: (manager) => this.#count(manager, { id, card, errors }) };
  }

  async settleCard(): Promise<void> {}

  async unfreezeIn(
    manager: EntityManager,
    unfreezing: Unfreezing,
    { concludes, record }: UnfreezeSteps,
  ): Promise<AuthenticationAnswer> {
    const [isLifted, [customer]] = await askTogether(manager, [
      this.#lifting(manager, unfreezing),
      customers.asked(manager, { id: unfreezing.customerId }),
    ]);
    if (isLifted) await liftFreezes(manager, unfreezing.card);
    const outcome = isLifted
      ? ({ outcome: 'unfrozen', ...(customer && { customer }) } as const)
      : ({ outcome: 'notUnfrozen', now: await this.findIn(manager, unfreezing.card) } as const);
    return recorded(manager, await concludes(manager, unfreezing, outcome), record);
  }

  /** No address is needed, because every customer is in the same database. */
  async addressee(): Promise<undefined> {}

  /** Nothing is ever left to be settled: one transaction unfreezes and concludes. */
  async settle(): Promise<never> {
    throw new Error('the embedded card system claims no unfreezings');
  }

  async settleAll(): Promise<void> {}

  settleByHand(): Promise<never> {
    return this.settle();
  }

  addFreeze(
    { card, reason }: FreezeToAdd,
    concludes: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    const { store, clock } = this.#parts;
    return store.transaction([locks.card(card)], async (manager) => {
      await this.freeze(manager, card, reason, clock());
      await concludes(manager);
    });
  }

  /** What is frozen in its own database nobody else has frozen. */
  async freezingsAfter(): Promise<undefined> {}

  /** It is ready when its database is. */
  async ready(): Promise<void> {}

  /** Adds a freeze. @returns whether it changed anything: not where it is there already, or the card is closed or unknown */
  async freeze(
    manager: EntityManager,
    reference: CardReference,
    reason: FreezeReason,
    at: Date,
  ): Promise<boolean> {
    const card = await row<Card>(manager, Cards, cardColumns, { reference });
    if (!card || card.status === 'closed') return false;
    if (await manager.existsBy(CardFreezes, { cardId: card.id, reason })) return false;
    await manager.insert(CardFreezes, { cardId: card.id, reason, since: instant(at) });
    await manager.update(Cards, { id: card.id }, { status: 'frozen', version: card.version + 1 });
    return true;
  }

  async frozenSince(
    manager: EntityManager,
    reference: CardReference,
    reason: FreezeReason,
  ): Promise<Instant | undefined> {
    const card = await row<Card>(manager, Cards, cardColumns, { reference });
    const freeze = card && (await manager.findOneBy(CardFreezes, { cardId: card.id, reason }));
    return freeze?.since;
  }

  /** Lifts one freeze as the bank's staff do; the count of wrong passwords stays. @returns whether it was there */
  async liftFreeze(manager: EntityManager, reference: CardReference, reason: FreezeReason): Promise<boolean> {
    const card = await row<Card>(manager, Cards, cardColumns, { reference });
    if (!card) return false;
    const { affected } = await manager.delete(CardFreezes, { cardId: card.id, reason });
    if (affected !== 1) return false;
    const isFrozen = await manager.existsBy(CardFreezes, { cardId: card.id });
    const status = isFrozen ? card.status : 'active';
    await manager.update(Cards, { id: card.id }, { status, version: card.version + 1 });
    return true;
  }

  /** Makes the card active, and says whether it did: not where the card or the reserved information has changed. */
  #lifting(manager: EntityManager, unfreezing: Unfreezing): Asked<boolean> {
    const { card: reference, cardVersion: version, customerId, reservedVersion } = unfreezing;
    const statement = `UPDATE "cards" SET "status" = 'active', version = ?, password_errors = 0
      WHERE reference = ? AND version = ? AND status = 'frozen'
        AND EXISTS (SELECT 1 FROM customers WHERE id = ? AND reserved_version = ?) RETURNING id`;
    const values = [version + 1, reference, version, customerId, reservedVersion];
    return askedAs(plainlyAsked(manager, statement, values), (rows) => rows.length === 1);
  }

  /** A right password takes the same work as a wrong one. The card's lock keeps the same check from being counted twice. */
  #count(
    manager: EntityManager,
    { id, card, errors }: { id: string; card: CardReference; errors: 0 | 1 },
  ): Asked<Write> {
    const now = this.#parts.clock();
    const counting = plainlyAsked<{ errors: number }>(
      manager,
      `UPDATE cards SET password_errors = password_errors + ? WHERE reference = ?
        AND NOT EXISTS (SELECT 1 FROM counted_password_checks WHERE id = ?) RETURNING password_errors AS errors`,
      [errors, card, id],
    );
    return askedAs(counting, ([counted]) => async (manager: EntityManager) => {
      if (!counted) return;
      await passwordChecks.ensure(manager, { id, countedAt: instant(now) });
      if (errors > 0 && counted.errors >= mostPasswordErrors)
        await this.freeze(manager, card, 'transactionPasswordErrors', now);
    });
  }
}

async function liftFreezes(manager: EntityManager, card: CardReference): Promise<void> {
  await leaveSql(
    manager,
    'DELETE FROM card_freezes WHERE card_id = (SELECT id FROM cards WHERE reference = ?)',
    [card],
  );
}

const customers = new PreparedTable(Customers);
const passwordChecks = new PreparedTable(CountedPasswordChecks);
const cardColumns = ['id', 'status', 'version'] as const;

/** One row as the database gives it: making an entity of what was found would take time that tells that it was. */
async function row<Row extends ObjectLiteral, Column extends keyof Row & string = keyof Row & string>(
  manager: EntityManager,
  entity: EntitySchema<Row>,
  columns: readonly Column[],
  where: Partial<Row>,
): Promise<Pick<Row, Column> | undefined> {
  const query = manager.createQueryBuilder().from(entity, 'row').where(where);
  for (const column of columns) query.addSelect(`row.${column}`, column);
  return query.getRawOne();
}
