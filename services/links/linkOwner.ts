import type { EntityManager } from '../../kit/store/query.ts';
import type { ProcessorDependencies } from '../authentication/processorDependencies.ts';
import { phoneIndexes } from '../notifications/disownable.ts';
import { type Customer, Customers } from '../tables/customer.ts';
import type { AskedFrom } from '../tables/secureLink.ts';

/** @param addressee the customer where the database does not have them yet */
export async function linkOwner(
  manager: EntityManager,
  id: string,
  addressee: Customer | undefined,
): Promise<Customer | undefined> {
  return addressee ?? (await manager.findOneBy(Customers, { id })) ?? undefined;
}

/**
 * Whether a link is asked for from the phone that it goes to. A caller can forge that number, but then only sends links
 * to its owner.
 */
export function askedFrom(
  phone: string | undefined,
  owner: Customer,
  { fields }: Pick<ProcessorDependencies, 'fields'>,
): AskedFrom {
  return phone !== undefined && phoneIndexes(fields, phone).includes(owner.phoneIndex)
    ? 'registeredPhone'
    : 'anywhere';
}
