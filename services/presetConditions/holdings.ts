import type { Held } from '../contract/held.ts';
import { authenticationItems, items } from '../contract/items/index.ts';
import type { Circumstances } from './condition.ts';

type Reserved = Circumstances['reserved'];

const rows = {
  nothing: () => [],
  registeredPhoneWhereNoSecret: (reserved) =>
    authenticationItems.some((item) => reserved[item] && items[item].isSecret) ? [] : ['registeredPhone'],
  registeredPhone: () => ['registeredPhone'],
} as const satisfies Record<string, (reserved: Reserved) => readonly Held[]>;

/** The name, in a policy, of the things that a customer must prove to hold. */
export type HeldDemand = keyof typeof rows;

/** The things that a customer who has reserved these items must prove to hold. */
export const mustBeHeld: Readonly<Record<HeldDemand, (reserved: Reserved) => readonly Held[]>> = rows;

/**
 * The default: a customer who reserved no secret must hold the registered phone, so that a stolen wallet alone
 * unfreezes nothing.
 */
export const usualHolding: HeldDemand = 'registeredPhoneWhereNoSecret';
