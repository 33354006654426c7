import type { Language } from '../../kit/language.ts';
import type { DeskWords } from '../../words/deskPage.ts';

/** What stands in the page: its words, the names of channels and languages, and the canned answers, in each language. */
export type Given = {
  words: Record<Language, DeskWords>;
  channels: Record<Language, Record<string, string>>;
  languages: Record<Language, string>;
  answers: Record<Language, Record<string, string>>;
};

export function readGiven(): Given {
  return JSON.parse(document.querySelector('#given')?.textContent ?? '{}');
}
