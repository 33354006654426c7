import type { EntityManager } from '../../kit/store/query.ts';
import type { ProcessorParts } from '../authentication/parts.ts';
import { phoneIndex } from '../notifications/disownable.ts';
import { type Customer, Customers } from '../tables/customer.ts';
import type { AskedFrom } from '../tables/secureLink.ts';

/** @param addressee the customer, where they do not stand in the database yet */
type Owner = Pick<ProcessorParts, 'fields'> & { customer: string; addressee: Customer | undefined };

/**
 * Whether a link is asked for from the very phone that it would go to. The number can be forged: who does so only
 * has links sent to their owner.
 */
export async function placeOfAsking(
  manager: EntityManager,
  phone: string | undefined,
  { customer, addressee, fields }: Owner,
): Promise<AskedFrom> {
  if (phone === undefined) return 'anywhere';
  const owner = addressee ?? (await manager.findOneBy(Customers, { id: customer }));
  return owner?.phoneIndex === phoneIndex(fields, phone) ? 'registeredPhone' : 'anywhere';
}
