import type { Language } from '../kit/language.ts';
import * as en from './en/heard/index.ts';
import * as zhHans from './zh-Hans/heard/index.ts';
import * as zhHant from './zh-Hant/heard/index.ts';

export type { AlarmContext } from './zh-Hans/heard/alarmContexts.ts';
export type { AlarmKind } from './zh-Hans/heard/alarms.ts';
export type { FreezeQuestion } from './zh-Hans/heard/freezeQuestions.ts';
export type { LockQuestion } from './zh-Hans/heard/lockQuestions.ts';
export type { Naming } from './zh-Hans/heard/secrets.ts';
export type { Respelling } from './zh-Hans/heard/spelling.ts';
export type { WayOut } from './zh-Hans/heard/waysOut.ts';
export type { YesPart } from './zh-Hans/heard/yes.ts';

type Source = typeof zhHans;

/** What is listened for in one language, by surface. Simplified Chinese is the source that the others are typed by. */
export type HeardWords = {
  readonly [Surface in keyof Source]: { readonly [Name in keyof Source[Surface]]: Source[Surface][Name] };
};

/** In the order in which rows are tried, where one of several may take a text. */
const heard: Record<Language, HeardWords> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };

/** The rows of all languages, each once: what is read in simplified characters is one list for both scripts. */
export function rowsOf<Row>(listOf: (language: HeardWords) => readonly Row[]): readonly Row[] {
  return [...new Set(Object.values(heard).map(listOf))].flat();
}

/** One thing that is listened for, by its name, with what stands for it in any of the languages. */
export type Named<Name extends string> = { name: Name; words: RegExp };

/** Things by their names, in the order of the source language and with its flags. */
export function namedOf<Name extends string>(
  listOf: (language: HeardWords) => Readonly<Record<Name, RegExp>>,
): readonly Named<Name>[] {
  const names = Object.keys(listOf(heard['zh-Hans'])) as Name[];
  return names.map((name) => ({ name, words: patternOf((language) => listOf(language)[name]) }));
}

/** What is listened for in one language alone. */
export function heardIn(language: Language): HeardWords {
  return heard[language];
}

/** One pattern for what any of the languages says. All have the flags of the source language's. */
export function patternOf(patternIn: (language: HeardWords) => RegExp): RegExp {
  const sources = new Set(Object.values(heard).map((language) => patternIn(language).source));
  return new RegExp([...sources].join('|'), patternIn(heard['zh-Hans']).flags);
}
