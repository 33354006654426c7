import type { Checked } from '../../kit/checked.ts';
import { compact } from '../../kit/digits.ts';
import { checkCardNumber } from './card.ts';

/** Thirteen digits are 43 bits, and can be spoken, keyed and read from a text. */
export const codeLength = 13;

/** So many of them are enough in the browser in which the case was begun, for that case alone. */
export const shortLength = 8;

/**
 * What is wrong with a code as it was typed. `lengthHere`: its first digits alone would be enough; `cardNumber`: it is one,
 * and no code ever passes as one.
 */
const codeProblems = ['empty', 'letters', 'length', 'lengthHere', 'cardNumber'] as const;
export type CodeProblem = (typeof codeProblems)[number];

/** Whether digits can be a code: none passes the check that every card number passes, so that none is taken for one. */
export function canBeCode(digits: string): boolean {
  return checkCardNumber(digits).problem !== undefined;
}

/** A code in groups, as it is written and told. */
export function inGroups(digits: string): string {
  return `${digits.slice(0, 4)} ${digits.slice(4, 8)} ${digits.slice(8)}`;
}

/**
 * The digits of a code however they were typed: full width, in groups, with what came along when it was copied.
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
