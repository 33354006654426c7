import type { AuthenticationItem } from '../contract/items/index.ts';

const rows = {
  allReserved: [],
  transactionPassword: ['transactionPassword'],
  identityDocumentAndTransactionPassword: ['identityDocument', 'transactionPassword'],
} as const satisfies Record<string, readonly AuthenticationItem[]>;

/** What a freeze reason can ask for before it is lifted remotely, by its name in a policy. */
export type Demand = keyof typeof rows;

/**
 * The items that a demand wants reserved. Whatever else the customer has reserved is asked for with them, and nobody is
 * let through who has reserved nothing.
 */
export const mustBeReserved: Readonly<Record<Demand, readonly AuthenticationItem[]>> = rows;
