import { UnfreezeError } from '../../kit/errors.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import { In } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, instant } from '../../kit/time.ts';
import type { Audit } from '../audit/audit.ts';
import type { ByHand } from '../contract/byHand.ts';
import { AuthenticationRequests } from '../tables/authenticationRequest.ts';
import { CardFreezes, Cards } from '../tables/card.ts';
import { Customers } from '../tables/customer.ts';
import { FailedAttempts } from '../tables/failedAttempt.ts';
import { locks } from '../tables/locks.ts';
import { Outbox } from '../tables/outboxMessage.ts';
import { SecureLinkRows } from '../tables/secureLink.ts';
import { ClaimedUnfreezings } from '../tables/unfreezing.ts';
import { type Erased, type Erasure, erasures } from './erasures.ts';

type EraseCustomerOptions = { store: Store; audit: Audit; clock: Clock };

/** The result for one table: how many rows were removed and how many stay, and why. */
export type ErasedRows = { table: string; removed: number; stays: number; why: string | null };

/** The tables whose rows still need the customer's telephone and cards. */
const needed: readonly Erasure['rows'][] = [Outbox, ClaimedUnfreezings];
const last: readonly Erasure['rows'][] = [CardFreezes, Cards, Customers];
const underWay = 'something above is under way, and needs them: say it again when that is over';

/**
 * Removes what may be removed of a customer, in one transaction with its entry in the audit trail.
 * @param dry removes nothing and reports what would be removed
 * @throws UnfreezeError `messageInvalid` where there is no data of such a customer
 */
export async function eraseCustomer(
  { store, audit, clock }: EraseCustomerOptions,
  customer: string,
  { by, dry }: { by: ByHand; dry: boolean },
): Promise<ErasedRows[]> {
  const found = await store.read((manager) => rowsOf(manager, customer, clock()));
  const cards = found.cards.map((card) => locks.card(card));
  const erased = await store.transaction(
    [...cards, locks.customer(customer), locks.outbox],
    async (manager) => {
      const now = clock();
      const all = await eraseIn(manager, await rowsOf(manager, customer, now), dry);
      if (all.every(({ removed, stays }) => removed + stays === 0))
        throw new UnfreezeError('messageInvalid', 'there is no data of such a customer');
      const removed = all.filter((one) => one.removed > 0).map((one) => `${one.table}: ${one.removed}`);
      const stays = all.filter((one) => one.stays > 0).map((one) => `${one.table}: ${one.stays}`);
      if (!dry) await audit.write(manager, now, 'customerErased', { customer, removed, stays, ...by });
      return all;
    },
  );
  if (!dry) await store.forgetDeleted();
  return erased;
}

async function eraseIn(manager: EntityManager, erased: Erased, dry: boolean): Promise<ErasedRows[]> {
  const all: ErasedRows[] = [];
  let isUnderWay = false;
  for (const { rows, goes, stays = [], nobodys } of erasures) {
    const table = rows.options.name;
    const kept = [];
    for (const { rows: which, why } of stays) {
      const where = which(erased);
      const count = where.length === 0 ? 0 : await manager.count(rows, { where });
      if (count > 0) kept.push({ count, why });
    }
    const going = goes?.(erased) ?? [];
    let removed = going.length === 0 ? 0 : await manager.count(rows, { where: going });
    if (isUnderWay && last.includes(rows) && removed > 0) {
      kept.push({ count: removed, why: underWay });
      removed = 0;
    }
    if (!dry && removed > 0) for (const where of going) await manager.delete(rows, where);
    if (kept.length > 0 && needed.includes(rows)) isUnderWay = true;
    const count = kept.reduce((sum, one) => sum + one.count, 0);
    all.push({ table, removed, stays: count, why: kept[0]?.why ?? nobodys ?? null });
  }
  return all;
}

/** The values by which a customer's rows are found, with the embedded card system or another one. */
async function rowsOf(manager: EntityManager, customer: string, now: Date): Promise<Erased> {
  const row = await manager.findOneBy(Customers, { id: customer });
  const cards = await manager.findBy(Cards, { customerId: customer });
  const named = [
    ...cards.map(({ reference }) => reference),
    ...(await manager.findBy(FailedAttempts, { customer })).map(({ card }) => card),
    ...(await manager.findBy(SecureLinkRows, { customer })).map(({ card }) => card),
    ...(await manager.findBy(ClaimedUnfreezings, { customerId: customer })).map(({ card }) => card),
  ];
  const references = [...new Set(named)];
  const requests = await manager.findBy(AuthenticationRequests, { card: In(references) });
  return {
    customer,
    cards: references,
    cardIds: cards.map(({ id }) => id),
    requests: requests.map(({ id }) => id),
    phoneIndex: row?.phoneIndex,
    now: instant(now),
    hasOpenCard: cards.some(({ status }) => status !== 'closed'),
  };
}
