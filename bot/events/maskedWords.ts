import { normalText } from '../../kit/customerText.ts';
import { replaceNumbers } from '../../words/numbers/numbersIn.ts';

const mask = '•';
const longest = 300;
/** Fewer words than these may be a secret that is no number: a mistyped password stands alone. */
const leastWords = 2;
const leastCharacters = 4;

/**
 * A customer's words as they may be kept: no number in any form, written or said, no address, no word with a sign of a
 * password in it. Undefined where too little is left to learn from.
 */
export function maskedWords(text: string): string | undefined {
  const start = normalText(text, longest);
  const masked = replaceNumbers(start, ({ digits, isSaid }) =>
    isSaid && digits.length < 2 ? undefined : mask,
  )
    .replace(/\S*(?:@|:\/\/|www\.)\S*/g, mask)
    .replace(/\p{N}/gu, mask)
    .replace(/[\p{Script=Latin}'’]*•[\p{Script=Latin}•'’]*/gu, mask)
    .replace(/•[•\s]*•/g, mask)
    .trim();
  const words = masked.match(/[\p{Script=Latin}'’]{2,}/gu)?.length ?? 0;
  const characters = masked.match(/\p{Script=Han}/gu)?.length ?? 0;
  return words >= leastWords || characters >= leastCharacters ? masked : undefined;
}
