import { characterDigits } from './digitForms.ts';
import { replaceNumbers } from './numbersIn.ts';

const anyOf = `[${[...characterDigits.keys()].join('')}]`;
const severalChineseDigits = new RegExp(`${anyOf}(?:[\\s\\p{Pd}]?${anyOf}){3,}`, 'gu');

/** Writes four or more Chinese digits in a row, or in groups, as 0 to 9; fewer are probably words. */
export function withArabicDigits(text: string): string {
  return text.replace(severalChineseDigits, (run) =>
    [...run].map((form) => characterDigits.get(form) ?? form).join(''),
  );
}

/** ASCII digits, and the last sign of an identity card: in its one form already. No real number is longer. */
const plainNumber = /^\d{1,64}X?$/;

/**
 * One form for a number as people type it. Full-width letters become ASCII (Unicode NFKC); digits and number words of
 * any form become 0 to 9; and the spaces, dashes, brackets and invisible characters that come from copying and
 * dictating are removed.
 */
export function compact(text: string): string {
  if (plainNumber.test(text)) return text;
  return replaceNumbers(text, ({ digits }) => digits).replace(/[\s\p{Cf}\p{Pd}\u00b7.()[\]]/gu, '');
}
