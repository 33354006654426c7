import { type AuthenticationItem, authenticationItems } from '../contract/items/index.ts';
import { cardIsFrozen } from './cardIsFrozen.ts';
import type { Circumstances, Condition, Obstacle } from './condition.ts';
import { datesAreBelievable } from './datesAreBelievable.ts';
import { demandsAreReserved } from './demandsAreReserved.ts';
import { everyFreezeIsRemote } from './everyFreezeIsRemote.ts';
import { heldCanBeShown } from './heldCanBeShown.ts';
import { longEnoughSince } from './longEnoughSince.ts';
import type { Policy } from './policy.ts';
import { riskAllows } from './riskAllows.ts';

/** 预设条件: what must hold before anything is asked of the customer, and again before the card is unfrozen, in this order. */
const conditions: readonly Condition[] = [
  cardIsFrozen,
  everyFreezeIsRemote,
  demandsAreReserved,
  heldCanBeShown,
  datesAreBelievable,
  longEnoughSince,
  riskAllows,
];

/** The first thing that stands against unfreezing a card remotely; undefined where nothing does. */
export function obstacle(circumstances: Circumstances, policy: Policy): Obstacle | undefined {
  for (const condition of conditions) {
    const found = condition(circumstances, policy);
    if (found) return found;
  }
  return undefined;
}

/**
 * What the customer has to give once no obstacle stands, in the order of asking. Every demand comes to all
 * that is reserved; they differ in what must be, which `demandsAreReserved` has settled.
 */
export function demands({ reserved }: Circumstances): AuthenticationItem[] {
  return authenticationItems.filter((item) => reserved[item]);
}
