import type { Checked } from '../../kit/checked.ts';
import { compact } from '../../words/numbers/digits.ts';
import { checkCardNumber } from './card.ts';

/** Thirteen digits hold 43 bits, and people can say, key and copy them. */
export const codeLength = 13;

/** The number of first digits that are enough in the browser that began the case, and only for that case. */
export const shortLength = 8;

/**
 * The faults of a typed code. `lengthHere`: the first digits alone would be enough; `cardNumber`: it is a card number,
 * which a code never is.
 */
const codeProblems = ['empty', 'letters', 'length', 'lengthHere', 'cardNumber'] as const;
export type CodeProblem = (typeof codeProblems)[number];

/** Whether digits can be a code. A code never passes the check of card numbers, so neither is taken for the other. */
export function canBeCode(digits: string): boolean {
  return checkCardNumber(digits).problem !== undefined;
}

/** A code in groups of digits, for reading and saying. */
export function inGroups(digits: string): string {
  return `${digits.slice(0, 4)} ${digits.slice(4, 8)} ${digits.slice(8)}`;
}

/**
 * The digits of a code, however it was typed: full width, in groups, with other characters copied along.
 * @param isBegunHere whether the first digits are enough
 */
export function checkEnteredCode(typed: string, isBegunHere = false): Checked<CodeProblem> {
  const digits = compact(typed);
  const count = digits.length;
  if (count === 0) return { problem: 'empty', count };
  if (!/^\d+$/.test(digits)) return { problem: 'letters', count };
  if (!canBeCode(digits)) return { problem: 'cardNumber', count };
  if (count === codeLength || (isBegunHere && count === shortLength)) return { value: digits };
  return { problem: isBegunHere ? 'lengthHere' : 'length', count };
}
