import type { NumberWords } from '../zh-Hans/numberWords.ts';

export const numberWords: NumberWords = {
  digits: ['', '', '貳兩', '參叄', '', '', '陸', '', '', ''],
  weakDigits: [],
  characterScales: {},
  characterTens: {},
  units: [],
  weakUnits: [],
  teens: [],
  tens: [],
  scales: {},
  times: {},
  realWords: [],
  partingWords: [],
  partingCharacters: '',
  politeness: ['謝謝', '多謝', '唔該', '請', '係'],
  places: [[], ['兩', '貳'], ['參'], [], [], ['陸']],
  beforePlace: ['選項', '選第?'],
  behindPlace: ['個', '項', '號', '謝謝', '唔該'],
};
