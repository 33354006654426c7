import { normalText } from '../../kit/customerText.ts';
import { raw } from '../../kit/pattern.ts';
import { type CardNumberProblem, checkCardNumber } from '../../services/contract/card.ts';
import { type PasswordLengths, usualPasswordLengths } from '../../services/contract/passwordLengths.ts';
import { hasTelephoneForm } from '../../services/contract/telephoneForm.ts';
import { type HeardWords, type Naming, rowsOf } from '../../words/heard.ts';
import { type NumberFound, numbersOf } from '../../words/numbers/numbersIn.ts';
import { cardsIn } from './cardsInNumber.ts';
import { documentWritten, isDocument } from './documentsInText.ts';

/** The text that replaces a secret. */
export const mask = '••••';

/**
 * What was found in a message; `start` and `end` are places in its normal form.
 * - `cardNumber`: 13 to 19 digits that pass the Luhn check
 * - `malformedCardNumber`: meant as one, and is none
 * - `telephone`: nothing that is asked for here, and nobody else's business
 * - `stray`: an identity document, a password or a card's code where none was asked for
 */
export type FoundSecret = { start: number; end: number } & (
  | { kind: 'cardNumber'; number: string }
  | { kind: 'malformedCardNumber'; digits: string; problem: CardNumberProblem; count: number }
  | { kind: 'telephone' | 'stray' }
);

const shortestCardNumber = 12;
const longestHarmless = 4;
/** The digits of the code on the back of a card. */
const codeLength = 3;
const fewest = 4;

/** A pattern for what stands before a number that it names, in any language. */
function before(namingOf: (heard: HeardWords) => Naming, beside: string, behind: string): RegExp {
  const namings = rowsOf((heard) => [namingOf(heard)]);
  const names = namings.map(({ names }) => names).join('|');
  const is = namings.map(({ is }) => is).join('|');
  return new RegExp(`(?:${names})${beside}*(?:${is})?${behind}*$`, 'iu');
}

const noLetter = raw`[^\p{L}\p{N}]`;
const passwordBefore = before(({ secrets }) => secrets.password, raw`[\s:：=,，]`, raw`[\s:：=,，"'“‘「*]`);
const codeBefore = before(({ secrets }) => secrets.securityCode, noLetter, noLetter);
const telephoneBefore = before(({ secrets }) => secrets.telephone, noLetter, noLetter);
const lastFourBefore = before(({ secrets }) => secrets.lastFour, noLetter, noLetter);

/** The number of characters before a number in which a word may name it. */
const contextLength = 40;

/** Whether a card number is asked for; and how many digits the bank's passwords have, where they are not the usual ones. */
type Expected = { cardNumberAsked: boolean; passwordLengths?: PasswordLengths | undefined };

/** Finds all parts of a text that must not be stored as they were typed or said, in the order of the text. */
export function secretsIn(text: string, expected: Expected): FoundSecret[] {
  return secretsOf(normalText(text), expected);
}

function secretsOf(normal: string, expected: Expected, numbers = numbersOf(normal)): FoundSecret[] {
  return numbers.flatMap((found) => judge(normal, found, expected));
}

function judge(
  normal: string,
  found: NumberFound,
  { cardNumberAsked, passwordLengths = usualPasswordLengths }: Expected,
): FoundSecret[] {
  const { digits, start, end } = found;
  const before = normal.slice(Math.max(0, start - contextLength), start);
  const cards = cardsIn(found);
  const document = documentWritten(normal, found);
  const isWholeCard = cards.some(({ number }) => number === digits);
  if (isDocument(document) && !(cardNumberAsked && isWholeCard)) {
    return [{ kind: 'stray', start: document.start, end: document.end }];
  }
  if (cards.length > 0) return cards.map((card) => ({ kind: 'cardNumber', ...card }));
  if (hasTelephoneForm(digits) || (digits.length >= 7 && isTelephone(digits, before))) {
    return [telephoneOf(found, cardNumberAsked)];
  }
  if (/^\d{3,4}$/.test(digits) && codeBefore.test(before)) return [{ kind: 'stray', start, end }];
  if (cardNumberAsked ? isMeant(found, before) : digits.length >= shortestCardNumber) {
    const checked = checkCardNumber(digits);
    const problem = checked.problem ?? 'length';
    return [{ kind: 'malformedCardNumber', start, end, digits, problem, count: digits.length }];
  }
  const isPassword = digits.length >= fewest && passwordBefore.test(before);
  return isPassword || isLikePassword(normal, found, passwordLengths) ? [{ kind: 'stray', start, end }] : [];
}

function telephoneOf({ digits, start, end, isAlone }: NumberFound, cardNumberAsked: boolean): FoundSecret {
  if (!cardNumberAsked || !isAlone) return { kind: 'telephone', start, end };
  return { kind: 'malformedCardNumber', start, end, digits, problem: 'telephone', count: digits.length };
}

function isTelephone(digits: string, before: string): boolean {
  return digits.length <= 15 && (/\+$/.test(before) || telephoneBefore.test(before));
}

/** Whether a number is the answer to the question, and not just part of a sentence. */
function isMeant({ digits, isAlone }: NumberFound, before: string): boolean {
  if (isAlone || digits.length > longestHarmless) return true;
  return digits.length === fewest && lastFourBefore.test(before);
}

/**
 * Whether digits are as many as a password has, and grouped like one and not like a date or an amount. Four alone are the last
 * of a card.
 */
function isLikePassword(
  normal: string,
  { digits, groups, isSaid, isAlone }: NumberFound,
  { shortest, longest }: PasswordLengths,
): boolean {
  const { length } = digits;
  if (length <= longestHarmless || length < shortest || length > longest) return false;
  if (groups.length === 1 || groups.every((group) => group.digits.length === 1)) return true;
  if (isSaid) return isAlone || groups.length > 2;
  const gaps = groups.slice(1).map((group, place) => normal.slice(groups[place]?.end, group.start));
  return gaps.every((gap) => /^[\s\p{Pd}.·]{1,2}$/u.test(gap));
}

/** Masks every number in a text that may be a part of a secret. @returns the text in its normal form */
export function withoutSecrets(text: string): string {
  const normal = normalText(text);
  const numbers = numbersOf(normal);
  return maskedIn(normal, secretsOf(normal, { cardNumberAsked: false }, numbers), numbers);
}

/** A part of a text in its normal form, and its replacement. */
type Shown = { start: number; end: number; as?: string };

/** Replaces the findings in a text. Beside a secret even three digits may be a card's code, so they are masked too. */
export function masked(text: string, secrets: readonly Shown[]): string {
  return maskedIn(normalText(text), secrets);
}

function maskedIn(normal: string, secrets: readonly Shown[], numbers = numbersOf(normal)): string {
  const others = numbers.flatMap((found) => furtherIn(found, secrets));
  const all: Shown[] = [...secrets, ...others];
  let [shown, done] = ['', 0];
  for (const { start, end, as = mask } of all.toSorted((one, other) => one.start - other.start)) {
    if (start < done) continue;
    shown += normal.slice(done, start) + as;
    done = end;
  }
  return shown + normal.slice(done);
}

/** The parts of a number that are masked besides: all of a long one, and whatever is beside a secret. */
function furtherIn({ digits, groups, start, end }: NumberFound, secrets: readonly Shown[]): Shown[] {
  const touches = (piece: Shown) =>
    secrets.some((secret) => secret.start < piece.end && piece.start < secret.end);
  if (touches({ start, end }))
    return groups.filter((group) => group.digits.length >= codeLength && !touches(group));
  const isHarmless =
    digits.length <= longestHarmless && !(secrets.length > 0 && digits.length === codeLength);
  return isHarmless ? [] : [{ start, end }];
}
