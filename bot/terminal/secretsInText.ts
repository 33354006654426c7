import { understand } from '../../dialogs/understanding/understand.ts';
import { normalText } from '../../kit/customerText.ts';
import { withArabicDigits } from '../../kit/digits.ts';
import { type CardNumberProblem, checkCardNumber } from '../../services/contract/card.ts';
import { checkIdentityDocument } from '../../services/contract/items/identityDocument.ts';

/** What stands where a secret stood. */
export const mask = '••••';

/**
 * What was found in a message. `text` is the stretch of the message that it was found in.
 * - `cardNumber`: 13 to 19 digits that pass the Luhn check
 * - `malformedCardNumber`: meant as one, and is none
 * - `stray`: an identity document or a password where none was asked for
 */
export type FoundSecret =
  | { kind: 'cardNumber'; text: string; number: string }
  | { kind: 'malformedCardNumber'; text: string; problem: CardNumberProblem; count: number }
  | { kind: 'stray'; text: string };

/** Digits as people group them: in any script's width, with single spaces, dots or dashes between; X may end them. */
const digitRun = /\p{Nd}(?:[\s\p{Pd}\p{Cf}.·]{0,2}\p{Nd})*(?:[\s\p{Pd}\p{Cf}]?[xXｘＸ](?![a-z]))?/gu;
/** A letter or two before digits: passports, permits, the identity cards of Hong Kong and Taiwan. */
const letteredDocument = /(?<![a-z])[a-z]{1,2}[\s-]?\d{6,10}(?:\s?\(?[\dA]\)?)?(?![\da-z])/giu;

const shortestCardNumber = 12;
const passwordLength = 6;

/** Finds what must not be kept as it was typed. Any stretch of five digits may be meant as a card number where one is asked for. */
export function findSecret(text: string, cardNumberAsked: boolean): FoundSecret | undefined {
  const found = runsOf(text)
    .map((run) => judge(run, cardNumberAsked))
    .filter((one) => one !== undefined);
  return (
    found.find(({ kind }) => kind === 'cardNumber') ??
    found.find(({ kind }) => kind === 'malformedCardNumber') ??
    found[0] ??
    findLettered(text)
  );
}

/** The stretches of digits in a text; card numbers with nothing but a space or a line between them stand apart. */
function runsOf(text: string): string[] {
  return [...text.matchAll(digitRun)].flatMap(([run]) => {
    const pieces = run.split(/\s+/);
    const areCards =
      pieces.length > 1 && pieces.every((piece) => checkCardNumber(piece).problem === undefined);
    return areCards ? pieces : [run];
  });
}

/** Whether a message that came while a secret was asked for speaks of a card and gives its number. */
export function givesCardNumber(text: string): boolean {
  return /\bcard\b|卡/i.test(text) && findCardNumbers(text, false).length > 0;
}

/** Every card number of a text, each once. */
export function findCardNumbers(text: string, cardNumberAsked: boolean): { text: string; number: string }[] {
  const found = new Map<string, { text: string; number: string }>();
  for (const run of runsOf(text)) {
    const one = judge(run, cardNumberAsked);
    if (one?.kind === 'cardNumber' && !found.has(one.number)) found.set(one.number, one);
  }
  return [...found.values()];
}

function judge(run: string, cardNumberAsked: boolean): FoundSecret | undefined {
  const document = checkIdentityDocument(run);
  const isDocument = document.problem === undefined && document.type === 'residentIdentityCard';
  if (isDocument && !(cardNumberAsked && checkCardNumber(run).problem === undefined)) {
    return { kind: 'stray', text: run };
  }
  const card = checkCardNumber(run);
  if (card.problem === undefined) return { kind: 'cardNumber', text: run, number: card.value };
  if (card.count >= (cardNumberAsked ? 1 : shortestCardNumber)) {
    return { kind: 'malformedCardNumber', text: run, problem: card.problem, count: card.count };
  }
  return card.count === passwordLength ? { kind: 'stray', text: run } : undefined;
}

function findLettered(text: string): FoundSecret | undefined {
  const [match] = normalText(text).match(letteredDocument) ?? [];
  return match === undefined ? undefined : { kind: 'stray', text: match };
}

/** The text with every stretch of digits masked that is long enough to be part of a secret. */
export function withoutSecrets(text: string): string {
  return normalText(text)
    .replace(letteredDocument, mask)
    .replace(digitRun, (run) => (run.replace(/\P{Nd}/gu, '').length >= 5 ? mask : run));
}

/**
 * Whether a message that came while a secret was asked for is talk: a command that is understood, or a
 * sentence without digits. A single word is none: it may be a mistyped password.
 */
export function looksLikeTalk(text: string): boolean {
  const plain = withArabicDigits(normalText(text));
  if (/\p{Nd}/u.test(plain)) return false;
  if (understand(plain).intent !== 'none') return true;
  return /\p{Script=Han}{2,}/u.test(plain) || /\p{L}\s+\p{L}/u.test(plain);
}
