/** Ten forms of a digit in a row, from 0; a space where a form is missing. */
const signs = ['⓿➀➁➂➃➄➅➆➇➈', ' ❶❷❸❹❺❻❼❽❾', ' ➊➋➌➍➎➏➐➑➒', ' ⓵⓶⓷⓸⓹⓺⓻⓼⓽', '🄋         '];

const chinese = [
  '零〇○',
  '一壹弌幺吆',
  '二贰貳弍两兩',
  '三叁參弎叄',
  '四肆',
  '五伍',
  '六陆陸',
  '七柒',
  '八捌',
  '九玖',
];
/**
 * Digits as they are said on the telephone. They are ordinary words otherwise, so they count only between other digits.
 */
const chineseWeak = ['洞', '么', '', '', '', '', '', '拐', '', '勾'];

const table = (rows: readonly string[]) =>
  new Map(rows.flatMap((forms, digit) => [...forms].map((form) => [form, String(digit)] as const)));
const columns = (rows: readonly string[]) =>
  new Map(
    rows
      .flatMap((row) => [...row].map((form, digit) => [form, String(digit)] as const))
      .filter(([form]) => form !== ' '),
  );

export const digitSigns: ReadonlyMap<string, string> = columns(signs);
export const chineseDigits: ReadonlyMap<string, string> = table(chinese);
export const weakChineseDigits: ReadonlyMap<string, string> = table(chineseWeak);

export const chineseScales: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
/** Old characters that each stand for a multiple of ten. */
export const chineseTens: ReadonlyMap<string, number> = new Map([
  ['廿', 20],
  ['卅', 30],
  ['卌', 40],
]);

export const englishUnits: ReadonlyMap<string, number> = new Map(
  [
    'zero nought naught nil',
    'one',
    'two',
    'three',
    'four',
    'five fife',
    'six',
    'seven',
    'eight',
    'nine niner',
  ].flatMap((words, value) => words.split(' ').map((word) => [word, value] as const)),
);
/**
 * Words that a speech recogniser writes for a digit and that have another meaning too. They count only between other
 * digits.
 */
export const weakEnglishUnits: ReadonlyMap<string, number> = new Map(
  [
    'oh o ou aught',
    'won wan oen noe l',
    'to too tu tow twoo',
    'tree free',
    'for fore foe',
    '',
    'sex sicks sics sxi siz',
    '',
    'ate ait',
    'nein',
  ].flatMap((words, value) =>
    words
      .split(' ')
      .filter(Boolean)
      .map((word) => [word, value] as const),
  ),
);
export const englishTeens: ReadonlyMap<string, number> = new Map(
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, place) => [word, 10 + place] as const),
);
export const englishTens: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, place) => [word, 20 + 10 * place] as const),
);
export const englishScales: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
]);
export const times: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['dubble', 2],
  ['triple', 3],
  ['treble', 3],
  ['quadruple', 4],
]);

/** Letters that stand for a digit beside digits. */
export const letterDigits: ReadonlyMap<string, string> = new Map([
  ['O', '0'],
  ['o', '0'],
  ['I', '1'],
  ['l', '1'],
]);

/** Words that separate the groups of a spoken number. */
export const partingWords: ReadonlySet<string> = new Set(
  'and then dash hyphen space dot point comma slash stroke'.split(' '),
);
export const partingCharacters: ReadonlySet<string> = new Set('再杠横跟空格然后');
