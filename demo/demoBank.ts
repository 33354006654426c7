import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { parse } from '../kit/parse.ts';
import type { Store } from '../kit/store/store.ts';
import { ImportedCustomer, importCustomers } from '../services/import/importCustomers.ts';
import { Customers } from '../services/tables/customer.ts';

const DemoBank = z.object({ customers: z.array(ImportedCustomer) });

/** The made-up customers and cards that Thawline can be tried with. */
export function demoCustomers(): ImportedCustomer[] {
  const file = new URL('demoCards.json', import.meta.url);
  return parse(DemoBank, JSON.parse(readFileSync(file, 'utf8'))).customers;
}

/** Imports the demo bank into a database that has no customers yet. @returns whether it did */
export async function importDemoBank(parts: Parameters<typeof importCustomers>[0]): Promise<boolean> {
  if (await hasCustomers(parts.store)) return false;
  await importCustomers(parts, demoCustomers());
  return true;
}

function hasCustomers(store: Store): Promise<boolean> {
  return store.read((manager) => manager.exists(Customers));
}
