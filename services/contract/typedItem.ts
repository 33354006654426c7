import type { Checked } from '../../kit/checked.ts';
import { compact } from '../../words/numbers/digits.ts';
import { type AuthenticationItem, type ItemProblem, items } from './items/index.ts';
import { otherNumber } from './otherNumber.ts';

/** Checks the form of a typed item before it is sealed: on the customer's device, or at a channel's edge. */
export function checkTypedItem(item: AuthenticationItem, typed: string): Checked<ItemProblem> {
  if (typed.trim() === '') return { problem: 'empty', count: 0 };
  const checked: Checked<ItemProblem> = items[item].check(typed);
  const other = checked.problem === 'length' ? otherNumber(compact(typed)) : undefined;
  if (other === undefined || checked.problem === undefined || !(other in items[item].problems))
    return checked;
  return { problem: other, count: checked.count };
}
