import type { EntityManager } from '../../kit/store/query.ts';
import type { ProcessorParts } from '../authentication/parts.ts';
import { phoneIndexes } from '../notifications/disownable.ts';
import { type Customer, Customers } from '../tables/customer.ts';
import type { AskedFrom } from '../tables/secureLink.ts';

/** @param addressee the customer, where they do not stand in the database yet */
export async function linkOwner(
  manager: EntityManager,
  id: string,
  addressee: Customer | undefined,
): Promise<Customer | undefined> {
  return addressee ?? (await manager.findOneBy(Customers, { id })) ?? undefined;
}

/**
 * Whether a link is asked for from the very phone that it would go to. The number can be forged: who does so only
 * has links sent to their owner.
 */
export function askedFrom(
  phone: string | undefined,
  owner: Customer,
  { fields }: Pick<ProcessorParts, 'fields'>,
): AskedFrom {
  return phone !== undefined && phoneIndexes(fields, phone).includes(owner.phoneIndex)
    ? 'registeredPhone'
    : 'anywhere';
}
