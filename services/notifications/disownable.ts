import { randomUUID } from 'node:crypto';
import { PreparedTable } from '../../kit/store/preparedTable.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import { instant } from '../../kit/time.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import { type Customer, Customers } from '../tables/customer.ts';
import { DisownableUnfreezings } from '../tables/disownableUnfreezing.ts';
import type { Unfreezing } from '../tables/unfreezing.ts';
import { noticeCode, noticeCodeIndex } from './noticeCode.ts';
import { registeredPhoneOf } from './phoneOf.ts';

const disownableUnfreezings = new PreparedTable(DisownableUnfreezings);

/** The index by which a customer is found who has registered this telephone (E.164). */
export function phoneIndex(fields: FieldSealing, phone: string): string {
  return fields.index('phone', phone);
}

/** The same index under every key that a row may have been written with, the present key first. */
export function phoneIndexes(fields: FieldSealing, phone: string): string[] {
  return fields.indexes('phone', phone);
}

/**
 * Notes inside an unfreezing's transaction that it can be disowned, from the phone to which its receipt goes or with the code
 * that stands in it.
 * @param receipt the receipt's id
 * @param customer where the same transaction has read them
 */
export async function noteDisownable(
  fields: FieldSealing,
  manager: EntityManager,
  { card, lastFour, customerId, channel, language }: Unfreezing,
  { receipt, now, customer: read }: { receipt: string; now: Date; customer?: Customer | undefined },
): Promise<void> {
  const customer = read ?? (await manager.findOneBy(Customers, { id: customerId }));
  if (!customer) return;
  await disownableUnfreezings.insert(manager, [
    {
      id: randomUUID(),
      card,
      lastFour,
      phoneIndex: phoneIndex(fields, registeredPhoneOf(customer, { fields })),
      unfrozenAt: instant(now),
      disownedAt: null,
      frozenAt: null,
      codeIndex: noticeCodeIndex(fields, noticeCode(fields, receipt)),
      channel,
      language,
      caseDueAt: null,
      caseId: null,
    },
  ]);
}
