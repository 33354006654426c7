import * as z from 'zod';
import { type Checked, normalForm } from '../../kit/checked.ts';
import { compact } from '../../words/numbers/digits.ts';

/**
 * The opaque reference of a card, made by the bank's side under a key that only it has. A number always gets the same
 * reference, whether the bank has such a card or not.
 */
export const CardReference = z.string().regex(/^card_[A-Za-z0-9_-]{22}$/);
export type CardReference = z.infer<typeof CardReference>;

export const LastFour = z.string().regex(/^\d{4}$/);
export type LastFour = z.infer<typeof LastFour>;

/** The part of a card that the conversation keeps. */
export const NamedCard = z.object({ card: CardReference, lastFour: LastFour });
export type NamedCard = z.infer<typeof NamedCard>;

/**
 * A card number: 13 to 19 digits that pass the Luhn check (ISO/IEC 7812-1, annex B), however they were typed; the
 * result is the digits only.
 */
export const CardNumber = normalForm(checkCardNumber);
export type CardNumber = z.infer<typeof CardNumber>;

/**
 * The fault of a typed card number. `telephone`: it is a telephone number; `otherBank`: it is a card number but not of
 * this bank, or incomplete.
 */
export type CardNumberProblem = 'notDigits' | 'length' | 'checkDigit' | 'telephone' | 'otherBank';

/** The digits of a typed card number, or its fault. */
export function checkCardNumber(typed: string): Checked<CardNumberProblem> {
  const number = compact(typed);
  if (!/^\d+$/.test(number)) return { problem: 'notDigits', count: number.length };
  if (number.length < 13 || number.length > 19) return { problem: 'length', count: number.length };
  return passesLuhn(number) ? { value: number } : { problem: 'checkDigit', count: number.length };
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
