import type { FoundCard, ReservedInformation } from '../cardSystem/cardSystem.ts';
import { type AuthenticationItem, authenticationItems, items } from '../contract/items/index.ts';
import type { Circumstances } from './condition.ts';

/** What the preset conditions look at. */
export function circumstances({ card, reserved }: FoundCard): Circumstances {
  return { status: card.status, freezes: card.freezes, reserved: reservedItems(reserved) };
}

function reservedItems(reserved: ReservedInformation): Circumstances['reserved'] {
  const isReserved = (item: AuthenticationItem) => reserved[items[item].reservedAs] !== null;
  return Object.fromEntries(
    authenticationItems.map((item) => [item, isReserved(item)]),
  ) as Circumstances['reserved'];
}
