import type { Language } from '../kit/language.ts';
import * as en from './en/heard/index.ts';
import * as zhHans from './zh-Hans/heard/index.ts';
import * as zhHant from './zh-Hant/heard/index.ts';

type Source = typeof zhHans;

/** What is listened for in one language, by surface. Simplified Chinese is the source that the others are typed by. */
export type Heard = {
  readonly [Surface in keyof Source]: { readonly [Name in keyof Source[Surface]]: Source[Surface][Name] };
};

const heard: Record<Language, Heard> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };

/** The rows of all languages, each once: what is read in simplified characters is one list for both scripts. */
export function rowsOf<Row>(listOf: (language: Heard) => readonly Row[]): readonly Row[] {
  return [...new Set(Object.values(heard).map(listOf))].flat();
}
