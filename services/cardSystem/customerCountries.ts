import { countriesOf } from '../../kit/phoneNumbers.ts';
import { MoreThan } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import { Customers } from '../tables/customer.ts';

const page = 1000;

/** The countries of the registered telephones. Nothing of a number is kept but its country. */
export async function customerCountries(store: Store, fields: FieldSealing): Promise<ReadonlySet<string>> {
  const countries = new Set<string>();
  for (let last = ''; ; ) {
    const some = await store.read((manager) =>
      manager.find(Customers, {
        where: { id: MoreThan(last) },
        select: { id: true, phoneSealed: true },
        order: { id: 'ASC' },
        take: page,
      }),
    );
    for (const { id, phoneSealed } of some) {
      const phone = fields.open(phoneSealed, { table: 'customers', column: 'phone_sealed', row: id });
      for (const country of countriesOf(phone)) countries.add(country);
    }
    const end = some.at(-1)?.id;
    if (end === undefined || some.length < page) return countries;
    last = end;
  }
}
