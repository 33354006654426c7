import * as z from 'zod';
import { type IdOf, idsOf } from '../../../kit/idsOf.ts';
import { items } from './rows.ts';

export { items };

/** All items, in the order of asking. */
export const authenticationItems = idsOf(items);

export const AuthenticationItem = z.enum(authenticationItems);
export type AuthenticationItem = z.infer<typeof AuthenticationItem>;

/** The possible faults of a typed item. */
export type ItemProblem<Item extends AuthenticationItem = AuthenticationItem> = {
  [Each in Item]: IdOf<(typeof items)[Each]['problems']>;
}[Item];

export const ItemProblem = z.enum([
  ...new Set(authenticationItems.flatMap((item) => idsOf(items[item].problems))),
]);

/** The parts of the reserved information that items are compared with. */
export type ReservedPart = (typeof items)[AuthenticationItem]['reservedAs'];
export const reservedParts: readonly ReservedPart[] = [
  ...new Set(authenticationItems.map((item) => items[item].reservedAs)),
];
