import type { Checked } from '../../kit/checked.ts';
import { type AuthenticationItem, type ItemProblem, items } from './items/index.ts';

/** Checks the form of what was typed for an item before it is sealed: on the customer's device, or at a channel's edge. */
export function checkTypedItem(item: AuthenticationItem, typed: string): Checked<ItemProblem> {
  return typed.trim() === '' ? { problem: 'empty', count: 0 } : items[item].check(typed);
}
