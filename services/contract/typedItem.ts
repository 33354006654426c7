import type { Checked } from '../../kit/checked.ts';
import { compact } from '../../words/numbers/digits.ts';
import { type AuthenticationItem, type ItemProblem, items } from './items/index.ts';
import type { PasswordLengths } from './items/passwordLengths.ts';
import { otherNumber } from './otherNumber.ts';

/**
 * Checks the form of a typed item before it is sealed: on the customer's device, or at a channel's edge.
 * @param lengths of the bank's passwords, where they are not the usual ones
 */
export function checkTypedItem(
  item: AuthenticationItem,
  typed: string,
  lengths?: PasswordLengths,
): Checked<ItemProblem> {
  if (typed.trim() === '') return { problem: 'empty', count: 0 };
  const checked: Checked<ItemProblem> = items[item].check(typed, lengths);
  const other = checked.problem === 'length' ? otherNumber(compact(typed)) : undefined;
  if (other === undefined || checked.problem === undefined || !(other in items[item].problems))
    return checked;
  return { problem: other, count: checked.count };
}
