import {
  characterDigits,
  characterScales,
  characterTens,
  digitSigns,
  letterDigits,
  partingCharacters,
  partingWords,
  realWords,
  scaleWords,
  teenWords,
  tenWords,
  timesWords,
  unitWords,
  weakCharacterDigits,
  weakUnitWords,
} from './digitForms.ts';

/**
 * One piece of a text.
 * - `digits`: single digits
 * - `unit`, `teen`, `tens`: a word for a number below ten, twenty, a hundred
 * - `scale`: a word that multiplies the number before it by a hundred or a thousand
 * - `times`: a word that repeats the digit after it ("double")
 * - `gap`: a separator that one number may contain
 * - `other`: anything else, which ends a number
 */
export type Token = { start: number; end: number; text: string } & (
  | { kind: 'digits'; digits: string; isWord: boolean; isWeak: boolean }
  | { kind: 'unit' | 'teen' | 'tens' | 'scale' | 'times'; value: number; isWeak: boolean }
  | { kind: 'gap' | 'other' }
);

/** Digits with letters that stand for some of them, or digits alone. */
const digitsPiece = /\p{Nd}[\p{Nd}OoIl]*(?![A-Za-z])|\p{Nd}+/uy;
const gap = /^(?:[\s\p{Pd}\p{Cf}.·•・,，、/\\_|:;*~'"“”‘’()[\]`$¥€£]|\ufe0f|\u20e3)$/u;

/**
 * The pieces of a text in its normal form (NFKC), in their order: digits, number words, the gaps within a number, and one piece
 * where other words or signs end a number, however many follow. Every text of a turn is read so, what the bot says too, and so
 * it goes from sign to sign without a pattern where it can.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let isEnded = true;
  for (let start = 0, end = 0; start < text.length; start = end) {
    const code = text.charCodeAt(start);
    end = isLetter(code) ? endOfWord(text, start) : endOfDigits(text, start, code);
    const isDigits = end > start && !isLetter(code);
    if (end === start) end += (text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1;
    const found = text.slice(start, end);
    const meaning = isDigits
      ? digitsIn(found)
      : isLetter(code)
        ? meaningOfWord(found, text, end)
        : meaningOfSign(found, code);
    // A gap is one within a number alone.
    if (isEnded && (meaning.kind === 'other' || meaning.kind === 'gap')) continue;
    isEnded = meaning.kind === 'other';
    tokens.push({ start, end, text: found, ...meaning });
  }
  return tokens;
}

type Meaning =
  | { kind: 'digits'; digits: string; isWord: boolean; isWeak: boolean }
  | { kind: 'unit' | 'teen' | 'tens' | 'scale' | 'times'; value: number; isWeak: boolean }
  | { kind: 'gap' | 'other' };

const other: Meaning = { kind: 'other' };

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function endOfWord(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && isLetter(text.charCodeAt(end))) end += 1;
  return end;
}

/** @returns the start where no digit stands there */
function endOfDigits(text: string, start: number, code: number): number {
  if (!mayBeDigit(code)) return start;
  digitsPiece.lastIndex = start;
  return digitsPiece.test(text) ? digitsPiece.lastIndex : start;
}

/** Of ASCII only ten signs are digits, and of the common Chinese characters none; of the rest the pattern knows. */
function mayBeDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code > 127 && !isCommonChinese(code));
}

/** The block of unified ideographs (Unicode 4E00 to 9FFF), which has letters alone. */
function isCommonChinese(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

function digitsIn(found: string): Meaning {
  if (/^\d+$/.test(found)) return { kind: 'digits', digits: found, isWord: false, isWeak: false };
  const digits = [...found].map((sign) => letterDigits.get(sign) ?? asciiDigit(sign)).join('');
  return { kind: 'digits', digits, isWord: false, isWeak: false };
}

/** A letter directly beside a digit belongs to a document's number. */
function meaningOfWord(found: string, text: string, end: number): Meaning {
  if (endOfDigits(text, end, text.charCodeAt(end)) > end) return other;
  if (/^[OoIl]{2,}$/.test(found)) {
    const digits = [...found].map((letter) => letterDigits.get(letter) ?? letter).join('');
    return { kind: 'digits', digits, isWord: false, isWeak: true };
  }
  return meaningOfWords.get(found.toLowerCase()) ?? other;
}

function meaningOfSign(found: string, code: number): Meaning {
  const known = meaningOfSigns.get(found);
  if (known) return known;
  return !isCommonChinese(code) && gap.test(found) ? { kind: 'gap' } : other;
}

/** What each sign means, of more than one meaning the last. */
const meaningOfSigns: ReadonlyMap<string, Meaning> = new Map([
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).map((sign): [string, Meaning] => [
    sign,
    gap.test(sign) ? { kind: 'gap' } : other,
  ]),
  ...[...partingCharacters].map((sign): [string, Meaning] => [sign, { kind: 'gap' }]),
  ...valued(characterTens, 'tens', false),
  ...valued(characterScales, 'scale', false),
  ...valued(weakCharacterDigits, 'unit', true),
  ...valued(characterDigits, 'unit', false),
  ...[...digitSigns].map(([sign, digits]): [string, Meaning] => [
    sign,
    { kind: 'digits', digits, isWord: false, isWeak: false },
  ]),
]);

type Valued = Extract<Meaning, { value: number }>['kind'];

function valued(
  forms: ReadonlyMap<string, string | number>,
  kind: Valued,
  isWeak: boolean,
): [string, Meaning][] {
  return [...forms].map(([form, value]) => [form, { kind, value: Number(value), isWeak }]);
}

const wordTables = [
  ['unit', unitWords, false],
  ['unit', weakUnitWords, true],
  ['teen', teenWords, false],
  ['tens', tenWords, false],
  ['scale', scaleWords, false],
  ['times', timesWords, false],
] as const;

/** Every number word with one letter missing, doubled or swapped with its neighbour, as fingers slip. */
const slips = wordTables
  .filter(([, , isWeak]) => !isWeak)
  .flatMap(([kind, words]) =>
    [...words].flatMap(([word, value]) =>
      slipsOf(word).map((slip): [string, Meaning] => [slip, { kind, value, isWeak: true }]),
    ),
  )
  .filter(([slip]) => !realWords.has(slip));

/** What each word means, of more than one meaning the last. */
const meaningOfWords: ReadonlyMap<string, Meaning> = new Map([
  ...slips,
  ...[...partingWords].map((word): [string, Meaning] => [word, { kind: 'gap' }]),
  ...wordTables.toReversed().flatMap(([kind, words, isWeak]) => valued(words, kind, isWeak)),
]);

function slipsOf(word: string): string[] {
  if (word.length < 4) return [];
  const places = [...word].map((_letter, place) => place);
  return places.flatMap((place) => {
    const [before, letter = '', after] = [word.slice(0, place), word[place], word.slice(place + 1)];
    const next = after.charAt(0);
    return [
      before + after,
      before + letter + letter + after,
      ...(next ? [before + next + letter + after.slice(1)] : []),
    ];
  });
}

/**
 * A digit of any script as 0 to 9. Unicode puts the ten digits of each script in a row, so the number of digits before
 * it, modulo ten, is its value.
 */
function asciiDigit(sign: string): string {
  if (/\d/.test(sign)) return sign;
  const point = sign.codePointAt(0) ?? 0;
  let before = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(point - before - 1))) before += 1;
  return String(before % 10);
}
