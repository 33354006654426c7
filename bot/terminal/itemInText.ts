import type { Checked } from '../../kit/checked.ts';
import { normalText } from '../../kit/customerText.ts';
import type { AuthenticationItem, ItemProblem } from '../../services/contract/items/index.ts';
import type { PasswordLengths } from '../../services/contract/passwordLengths.ts';
import { checkTypedItem } from '../../services/contract/typedItem.ts';
import { numbersOf } from '../../words/numbers/numbersIn.ts';
import { documentWritten } from './documentsInText.ts';

/** A password with a letter in it, in contrast to a number with a word beside it. */
const oneWord = /^[A-Za-z\d]+$/;

/**
 * The item that was asked for, out of the words around it. Where none of the numbers is one, the problem is that of the
 * longest, and nothing else is counted.
 * @param lengths as `checkTypedItem` has them
 */
export function itemIn(
  item: AuthenticationItem,
  text: string,
  lengths?: PasswordLengths,
): Checked<ItemProblem> {
  const checkedItem = (typed: string) => checkTypedItem(item, typed, lengths);
  const whole = checkedItem(text.slice(0, longestItem));
  if (text.length <= longestItem && (whole.problem === undefined || oneWord.test(text))) return whole;
  const normal = normalText(text);
  const numbers = numbersOf(normal).map((found) => documentWritten(normal, found).written);
  const checked = numbers.map(checkedItem);
  const right = checked.find(({ problem }) => problem === undefined);
  const [longest] = numbers.toSorted((one, other) => other.length - one.length);
  return right ?? (longest === undefined ? whole : checkedItem(longest));
}

/** The longest text of eighteen digits in words, in characters. */
const longestItem = 200;
