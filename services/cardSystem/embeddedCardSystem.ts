import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';
import type { CardReference } from '../contract/card.ts';
import type { FreezeReason } from '../contract/freezeReason.ts';
import { instant } from '../contract/time.ts';
import { type Card, CardFreezes, Cards } from '../store/entities/card.ts';
import { type Customer, Customers } from '../store/entities/customer.ts';
import type { CardOnFile, CardSystem, ReservedInformation } from './cardSystem.ts';

/** So many wrong transaction passwords freeze a card, wherever they were given. */
const mostPasswordErrors = 3;

/** The card system that Thawline brings along: the cards stand in its own database. */
export class EmbeddedCardSystem implements CardSystem {
  async findCard(manager: EntityManager, reference: CardReference): Promise<CardOnFile | undefined> {
    const card = await row<Card>(manager, Cards, cardColumns, { reference });
    const freezes = await manager.find(CardFreezes, {
      where: { cardId: card?.id ?? '' },
      order: { reason: 'ASC' },
    });
    if (!card) return undefined;
    const { id, lastFour, customerId, status, version } = card;
    return {
      id,
      reference,
      lastFour,
      customerId,
      status,
      version,
      freezes: freezes.map(({ reason }) => reason),
    };
  }

  async reservedInformation(
    manager: EntityManager,
    customerId: string,
  ): Promise<ReservedInformation | undefined> {
    const customer = await row<Customer>(manager, Customers, customerColumns, { id: customerId });
    if (!customer) return undefined;
    const { language, identityDocumentIndex, passwordVerifier, reservedVersion } = customer;
    return { customerId, language, identityDocumentIndex, passwordVerifier, version: reservedVersion };
  }

  async unfreeze(manager: EntityManager, { id, version }: CardOnFile): Promise<boolean> {
    const { affected } = await manager.update(
      Cards,
      { id, version, status: 'frozen' },
      { status: 'active', version: version + 1, passwordErrors: 0 },
    );
    if (affected !== 1) return false;
    await manager.delete(CardFreezes, { cardId: id });
    return true;
  }

  async countPasswordError(manager: EntityManager, reference: CardReference, at: Date): Promise<void> {
    await manager.increment(Cards, { reference }, 'passwordErrors', 1);
    const card = await manager.findOneByOrFail(Cards, { reference });
    if (card.passwordErrors >= mostPasswordErrors)
      await this.freeze(manager, reference, 'transactionPasswordErrors', at);
  }

  /** Adds a freeze. @returns whether it changed anything: not where it is there already, or the card is closed or unknown */
  async freeze(
    manager: EntityManager,
    reference: CardReference,
    reason: FreezeReason,
    at: Date,
  ): Promise<boolean> {
    const card = await this.findCard(manager, reference);
    if (!card || card.status === 'closed' || card.freezes.includes(reason)) return false;
    await manager.insert(CardFreezes, { cardId: card.id, reason, since: instant(at) });
    await manager.update(Cards, { id: card.id }, { status: 'frozen', version: card.version + 1 });
    return true;
  }
}

const cardColumns = ['id', 'lastFour', 'customerId', 'status', 'version'] as const;
const customerColumns = ['language', 'identityDocumentIndex', 'passwordVerifier', 'reservedVersion'] as const;

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
