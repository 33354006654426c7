import type { EntityManager } from '../../kit/store/query.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import { type Customer, Customers } from '../tables/customer.ts';

/** The registered phone of a customer. */
export function registeredPhoneOf(
  { id, phoneSealed }: Pick<Customer, 'id' | 'phoneSealed'>,
  { fields }: { fields: FieldSealing },
): string {
  return fields.open(phoneSealed, { table: 'customers', column: 'phone_sealed', row: id });
}

/** The registered phone for a message; undefined where the customer has been deleted meanwhile. */
export async function registeredPhone(
  manager: EntityManager,
  { customerId: id }: { customerId: string },
  parts: { fields: FieldSealing },
): Promise<string | undefined> {
  const customer = await manager.findOneBy(Customers, { id });
  return customer ? registeredPhoneOf(customer, parts) : undefined;
}
