import type { FoundCard, ReservedInformation } from '../cardSystem/cardSystem.ts';
import type { Channel } from '../contract/channels.ts';
import { type AuthenticationItem, authenticationItems, items } from '../contract/items/index.ts';
import type { Circumstances } from './condition.ts';

/** The channel and time of a request, and whether links to the secure form can be sent. */
export type RequestCircumstances = { channel: Channel; sendsLinks: boolean; now: Date };

/** The facts about a card that the preset conditions look at. */
export function circumstances(
  { card, reserved, dates = {}, risk }: FoundCard,
  { channel, sendsLinks, now }: RequestCircumstances,
): Circumstances {
  return {
    status: card.status,
    freezes: card.freezes,
    reserved: reservedItems(reserved),
    channel,
    canBeShown: sendsLinks ? ['registeredPhone'] : [],
    dates,
    risk: risk?.says ?? 'allow',
    now,
  };
}

function reservedItems(reserved: ReservedInformation): Circumstances['reserved'] {
  const isReserved = (item: AuthenticationItem) => reserved[items[item].reservedAs] !== null;
  return Object.fromEntries(
    authenticationItems.map((item) => [item, isReserved(item)]),
  ) as Circumstances['reserved'];
}
