/** How numbers and places in a list are written and said in a language. */
export type NumberWords = {
  /** The characters for each digit, from 0; then those that are ordinary words otherwise, and count only between digits. */
  digits: readonly string[];
  weakDigits: readonly string[];
  /** Characters that multiply the number before them, and those that stand for a multiple of ten. */
  characterScales: Readonly<Record<string, number>>;
  characterTens: Readonly<Record<string, number>>;
  /** The words in Latin letters for each number below ten, from 0; then those that have another meaning too. */
  units: readonly string[];
  weakUnits: readonly string[];
  /** The words for 10 to 19, and for 20 to 90. */
  teens: readonly string[];
  tens: readonly string[];
  /** Words that multiply the number before them, and those that repeat the digit behind them. */
  scales: Readonly<Record<string, number>>;
  times: Readonly<Record<string, number>>;
  /** Real words that look like a misspelt number word. */
  realWords: readonly string[];
  /** Words, and characters, that part the groups of a number. */
  partingWords: readonly string[];
  partingCharacters: string;
  /** Politeness around a number, as parts of a pattern. */
  politeness: readonly string[];
  /** What names the first place of a list, the second and so on; and what stands before and behind it, in patterns. */
  places: readonly (readonly string[])[];
  beforePlace: readonly string[];
  behindPlace: readonly string[];
};

export const numberWords: NumberWords = {
  digits: ['零〇○', '一壹弌幺吆', '二贰弍两', '三叁弎', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'],
  weakDigits: ['洞', '么', '', '', '', '', '', '拐', '', '勾'],
  characterScales: { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 },
  characterTens: { 廿: 20, 卅: 30, 卌: 40 },
  units: [],
  weakUnits: [],
  teens: [],
  tens: [],
  scales: {},
  times: {},
  realWords: [],
  partingWords: [],
  partingCharacters: '再杠横跟空格然后',
  politeness: ['谢谢', '多谢', '唔该', '请', '好的?', '是'],
  places: [
    ['一', '壹'],
    ['二', '两', '贰'],
    ['三', '叁'],
    ['四', '肆'],
    ['五', '伍'],
    ['六', '陆'],
    ['七', '柒'],
    ['八', '捌'],
    ['九', '玖'],
  ],
  beforePlace: ['第', '选项', '选第?', '按'],
  behindPlace: ['个', '项', '号', '吧', '啦', '谢谢'],
};
