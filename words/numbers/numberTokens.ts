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

/** Digits with letters that stand for some of them, digits alone, a word, or any other sign. */
const piece = /\p{Nd}[\p{Nd}OoIl]*(?![A-Za-z])|\p{Nd}+|[A-Za-z]+|[^\p{Nd}A-Za-z]/gsu;
/** A letter directly beside a digit belongs to a document's number. */
const touchesDigit = /^\p{Nd}/u;
const gap = /^(?:[\s\p{Pd}\p{Cf}.·•・,，、/\\_|:;*~'"“”‘’()[\]`$¥€£]|\ufe0f|\u20e3)$/u;

/** The pieces of a text in its normal form (NFKC), in their order. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(piece)].map(({ 0: found, index }) => {
    const end = index + found.length;
    const isOfDocument = /^[A-Za-z]/.test(found) && touchesDigit.test(text.slice(end, end + 2));
    const meaning: Meaning = isOfDocument ? { kind: 'other' } : meaningOf(found);
    return { start: index, end, text: found, ...meaning };
  });
}

type Meaning =
  | { kind: 'digits'; digits: string; isWord: boolean; isWeak: boolean }
  | { kind: 'unit' | 'teen' | 'tens' | 'scale' | 'times'; value: number; isWeak: boolean }
  | { kind: 'gap' | 'other' };

function meaningOf(found: string): Meaning {
  if (/^\p{Nd}/u.test(found)) {
    const digits = [...found].map((sign) => letterDigits.get(sign) ?? asciiDigit(sign)).join('');
    return { kind: 'digits', digits, isWord: false, isWeak: false };
  }
  if (/^[OoIl]{2,}$/.test(found)) {
    const digits = [...found].map((letter) => letterDigits.get(letter) ?? letter).join('');
    return { kind: 'digits', digits, isWord: false, isWeak: true };
  }
  if (/^[A-Za-z]/.test(found)) return meaningOfWord(found.toLowerCase());
  const sign = digitSigns.get(found);
  if (sign !== undefined) return { kind: 'digits', digits: sign, isWord: false, isWeak: false };
  const digit = characterDigits.get(found);
  if (digit !== undefined) return { kind: 'unit', value: Number(digit), isWeak: false };
  const weak = weakCharacterDigits.get(found);
  if (weak !== undefined) return { kind: 'unit', value: Number(weak), isWeak: true };
  const scale = characterScales.get(found);
  if (scale !== undefined) return { kind: 'scale', value: scale, isWeak: false };
  const tens = characterTens.get(found);
  if (tens !== undefined) return { kind: 'tens', value: tens, isWeak: false };
  return { kind: gap.test(found) || partingCharacters.has(found) ? 'gap' : 'other' };
}

function meaningOfWord(word: string): Meaning {
  for (const [kind, words, isWeak] of wordTables) {
    const value = words.get(word);
    if (value !== undefined) return { kind, value, isWeak };
  }
  if (partingWords.has(word)) return { kind: 'gap' };
  const slip = slips.get(word);
  return slip === undefined ? { kind: 'other' } : { ...slip, isWeak: true };
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
const slips: ReadonlyMap<string, { kind: 'unit' | 'teen' | 'tens' | 'scale' | 'times'; value: number }> =
  new Map(
    wordTables
      .filter(([, , isWeak]) => !isWeak)
      .flatMap(([kind, words]) =>
        [...words].flatMap(([word, value]) => slipsOf(word).map((slip) => [slip, { kind, value }] as const)),
      )
      .filter(([slip]) => !realWords.has(slip)),
  );

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
