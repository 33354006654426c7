import type { AuthenticationItem } from '../contract/items/index.ts';

const rows = {
  allReserved: [],
  transactionPassword: ['transactionPassword'],
  identityDocumentAndTransactionPassword: ['identityDocument', 'transactionPassword'],
} as const satisfies Record<string, readonly AuthenticationItem[]>;

/** The name, in a policy, of the items that a freeze reason demands before it is lifted remotely. */
export type Demand = keyof typeof rows;

/**
 * The items that a customer must have reserved to meet each demand. Everything else that is reserved is asked for too,
 * and a customer who has reserved nothing cannot unfreeze remotely.
 */
export const mustBeReserved: Readonly<Record<Demand, readonly AuthenticationItem[]>> = rows;
