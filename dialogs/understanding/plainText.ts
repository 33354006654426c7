import { normalText } from '../../kit/customerText.ts';
import { type Respelling, rowsOf } from '../../words/heard.ts';
import { withArabicDigits } from '../../words/numbers/digits.ts';
import { respelt } from './misspelt.ts';
import { readOnce } from './readOnce.ts';
import { simplified } from './simplified.ts';

/** What stands for every number, date, card and document: they must teach and tell nothing. */
export const numberSign = '0';

const lookalikes = new Map(
  'аa вb еe ёe іi јj кk мm нh оo рp сc тt уy хx ѕs ԁd ӏl αa βb εe ιi κk νv οo ρp τt υu χx ωw'
    .split(' ')
    .map((pair) => [pair[0] ?? '', pair[1] ?? ''] as const),
);
const letterDigits: Record<string, string> = {
  0: 'o',
  1: 'l',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
};

const mistyped = rowsOf((heard) => heard.spelling.mistyped);
const parted = rowsOf((heard) => heard.spelling.parted);
const roundabout = rowsOf((heard) => heard.spelling.roundabout);
const dateSigns = rowsOf((heard) => [...heard.spelling.dateSigns]).join('');
/** A number, a date or a document's number, with what stands before and behind it. */
const numbers = new RegExp(
  `(?<![a-z])[a-z]{0,2}\\p{Nd}[\\p{Nd}\\s.:/()\\p{Pd}${dateSigns}]*[xa]?(?![a-z])`,
  'gu',
);

/** The text as it was meant. */
function respeltBy(rows: readonly Respelling[], text: string): string {
  return rows.reduce((said, [written, meant]) => said.replace(written, meant), text);
}

/**
 * One form for everything that is read: lower case, simplified, without marks, invisible characters, pictures and
 * punctuation (but `?`), numbers as `0`, letters that only look Latin as Latin ones. Clauses are parted by `|`.
 */
export function plainText(text: string): string {
  return plainOnce(text);
}

const plainOnce = readOnce((text) => {
  let plain = withArabicDigits(normalText(text))
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}\p{Cc}\ufffd]+/gu, (run) => (/\s/.test(run) ? ' ' : ''))
    .normalize('NFC')
    .replace(/\S+/g, withoutAddress)
    .replace(/[\p{L}]+/gu, latinised)
    .replace(/(?<=[a-z])[01345@$7]{1,2}(?=[a-z])/g, (run) =>
      [...run].map((c) => letterDigits[c] ?? c).join(''),
    )
    .replace(numbers, ` ${numberSign} `);
  plain = respeltBy(mistyped, simplified(plain)).replace(/(?<=[a-z])['’‘`´](?=[a-z])/g, '');
  plain = respeltBy(parted, plain)
    .replace(/([a-z])\1{2,}/g, '$1')
    .replace(/[a-z]+/g, respelt);
  return respeltBy(roundabout, plain)
    .replace(/(\p{Script=Han})\1{2,}/gu, '$1$1')
    .replace(/[?¿]+/g, '?')
    .replace(/[,.;:!…。、，；：！~\n\r—]+/g, '|')
    .replace(/[^\p{L}\p{N}?|]+/gu, ' ')
    .replace(/(?<=(?:^|[ |])\p{Script=Han}) (?=\p{Script=Han}(?:[ |]|$))/gu, '')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '|')
    .replace(/ ?([|?])[ |]*/g, '$1')
    .replace(/^[| ]|[| ]$/g, '');
});

/** Whether a plain text is empty or one number: whatever it answers, it has no topic, and nothing is said in passing. */
export function hasNoWords(plain: string): boolean {
  return plain === '' || plain === numberSign;
}

/**
 * A word without the address in it: all of it where it is somebody's, else what stands before a page's. Looked for by
 * hand, since a pattern for `name@host.domain` tries each sign as the first one with each `@` and each dot.
 */
function withoutAddress(word: string): string {
  const at = word.indexOf('@', 1);
  const dot = word.lastIndexOf('.', word.length - 2);
  if (at > 0 && dot > at + 1) return ' ';
  return word.replace(/\b(?:https?:|www\.)\S+/, ' ');
}

/** A word that mixes Latin letters with Cyrillic or Greek ones that look the same was not typed by hand. */
function latinised(word: string): string {
  if (!/[a-z]/.test(word) || !/[\u0370-\u052f]/.test(word)) return word;
  return [...word].map((letter) => lookalikes.get(letter) ?? letter).join('');
}
