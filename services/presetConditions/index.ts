import { type AuthenticationItem, authenticationItems } from '../contract/items/index.ts';
import { cardIsFrozen } from './cardIsFrozen.ts';
import type { Circumstances, Obstacle, PresetCondition } from './condition.ts';
import { datesAreBelievable } from './datesAreBelievable.ts';
import { demandsAreReserved } from './demandsAreReserved.ts';
import { everyFreezeIsRemote } from './everyFreezeIsRemote.ts';
import { heldCanBeShown } from './heldCanBeShown.ts';
import { longEnoughSince } from './longEnoughSince.ts';
import type { Policy } from './policy.ts';
import { riskAllows } from './riskAllows.ts';

/**
 * The 预设条件, in the order of checking. They must hold before the customer is asked for anything, and again before the
 * card is unfrozen.
 */
const conditions: readonly PresetCondition[] = [
  cardIsFrozen,
  everyFreezeIsRemote,
  demandsAreReserved,
  heldCanBeShown,
  datesAreBelievable,
  longEnoughSince,
  riskAllows,
];

/** The first obstacle to unfreezing a card remotely; undefined where there is none. */
export function obstacle(circumstances: Circumstances, policy: Policy): Obstacle | undefined {
  for (const condition of conditions) {
    const found = condition(circumstances, policy);
    if (found) return found;
  }
  return undefined;
}

/**
 * The items that the customer has to give once no obstacle is left, in the order of asking. They are all reserved
 * items: demands differ only in what must be reserved, which `demandsAreReserved` has checked.
 */
export function demands({ reserved }: Circumstances): AuthenticationItem[] {
  return authenticationItems.filter((item) => reserved[item]);
}
