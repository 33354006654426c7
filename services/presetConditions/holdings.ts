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

/** What must be held, by its name in a policy. */
export type Holding = keyof typeof rows;

/** What must be shown to be held of a customer who has reserved these items. */
export const mustBeHeld: Readonly<Record<Holding, (reserved: Reserved) => readonly Held[]>> = rows;

/** What counts where a policy says nothing: what lies in one stolen wallet unfreezes nothing. */
export const usualHolding: Holding = 'registeredPhoneWhereNoSecret';
