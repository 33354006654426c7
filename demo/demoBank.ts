import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { parse } from '../kit/parse.ts';
import type { EntityManager } from '../kit/store/query.ts';
import { ImportedCustomer, importCustomers } from '../services/import/importCustomers.ts';
import { Customers } from '../services/tables/customer.ts';

const DemoBank = z.object({ customers: z.array(ImportedCustomer) });

/** The made-up customers and cards that Thawline can be tried with. */
export function demoCustomers(): ImportedCustomer[] {
  const file = new URL('demoCards.json', import.meta.url);
  return parse(DemoBank, JSON.parse(readFileSync(file, 'utf8'))).customers;
}

/**
 * Imports the demo bank into a database that has no customers yet, once even where several processes start together.
 * @returns whether it did
 */
export async function importDemoBank(parts: Parameters<typeof importCustomers>[0]): Promise<boolean> {
  if (await parts.store.read(hasCustomers)) return false;
  return importCustomers(parts, demoCustomers(), hasCustomers);
}

function hasCustomers(manager: EntityManager): Promise<boolean> {
  return manager.exists(Customers);
}
