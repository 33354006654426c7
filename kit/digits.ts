import { normalText } from './customerText.ts';

const chineseDigits = new Map(
  ['零〇', '一壹幺', '二贰貳', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'].flatMap(
    (forms, digit) => [...forms].map((form) => [form, String(digit)] as const),
  ),
);
const anyOf = `[${[...chineseDigits.keys()].join('')}]`;
const severalChineseDigits = new RegExp(`${anyOf}(?:[\\s\\p{Pd}]?${anyOf}){3,}`, 'gu');

/** Writes four or more Chinese digits in a row, or in groups, as 0 to 9; fewer are likely words. */
export function withArabicDigits(text: string): string {
  return text.replace(severalChineseDigits, (run) =>
    [...run].map((form) => chineseDigits.get(form) ?? form).join(''),
  );
}

/**
 * One form for what people type: full-width letters and digits become ASCII (Unicode NFKC), Chinese digits
 * 0 to 9, and the spaces, dashes and invisible characters that come with copying and dictating are taken out.
 */
export function compact(text: string): string {
  return withArabicDigits(normalText(text).replace(/[\s\p{Cf}\p{Pd}\u00b7.]/gu, ''));
}
