import { numberWords } from '../numberWords.ts';

/** Ten forms of a digit in a row, from 0; a space where a form is missing. */
const signs = ['⓿➀➁➂➃➄➅➆➇➈', ' ❶❷❸❹❺❻❼❽❾', ' ➊➋➌➍➎➏➐➑➒', ' ⓵⓶⓷⓸⓹⓺⓻⓼⓽', '🄋         '];

const languages = Object.values(numberWords);
type Words = (typeof languages)[number];

/** The characters of all languages, each with its digit. */
const characters = (rowsOf: (language: Words) => readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    languages.flatMap((language) =>
      rowsOf(language).flatMap((forms, digit) => [...forms].map((form) => [form, String(digit)] as const)),
    ),
  );
/** The words of all languages, those of a row with the same value; the first row has the value `first`. */
const words = (
  rowsOf: (language: Words) => readonly string[],
  first = 0,
  step = 1,
): ReadonlyMap<string, number> =>
  new Map(
    languages.flatMap((language) =>
      rowsOf(language).flatMap((row, place) =>
        row
          .split(' ')
          .filter(Boolean)
          .map((word) => [word, first + step * place] as const),
      ),
    ),
  );
const values = (
  valuesOf: (language: Words) => Readonly<Record<string, number>>,
): ReadonlyMap<string, number> =>
  new Map(languages.flatMap((language) => Object.entries(valuesOf(language))));
const columns = (rows: readonly string[]) =>
  new Map(
    rows
      .flatMap((row) => [...row].map((form, digit) => [form, String(digit)] as const))
      .filter(([form]) => form !== ' '),
  );

export const digitSigns: ReadonlyMap<string, string> = columns(signs);
export const characterDigits = characters(({ digits }) => digits);
/** They are ordinary words otherwise, so they count only between other digits. */
export const weakCharacterDigits = characters(({ weakDigits }) => weakDigits);
export const characterScales = values((language) => language.characterScales);
/** Old characters that each stand for a multiple of ten. */
export const characterTens = values((language) => language.characterTens);

export const unitWords = words(({ units }) => units);
/** Words that have another meaning too, as a speech recogniser writes them. They count only between other digits. */
export const weakUnitWords = words(({ weakUnits }) => weakUnits);
export const teenWords = words(({ teens }) => teens, 10);
export const tenWords = words(({ tens }) => tens, 20, 10);
export const scaleWords = values(({ scales }) => scales);
export const timesWords = values(({ times }) => times);
/** Real words that look like a misspelt number word. */
export const realWords: ReadonlySet<string> = new Set(languages.flatMap((language) => language.realWords));

/** Letters that stand for a digit beside digits. */
export const letterDigits: ReadonlyMap<string, string> = new Map([
  ['O', '0'],
  ['o', '0'],
  ['I', '1'],
  ['l', '1'],
]);

/** Words that separate the groups of a spoken number. */
export const partingWords: ReadonlySet<string> = new Set(
  languages.flatMap((language) => language.partingWords),
);
export const partingCharacters: ReadonlySet<string> = new Set(
  languages.flatMap((language) => [...language.partingCharacters]),
);
