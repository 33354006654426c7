import type { Language } from '../../kit/language.ts';
import type { DeskWords } from '../../words/deskPage.ts';

type Names = Record<Language, Record<string, string>>;

/** What stands in the page: its words, the names of what the contract has ids for, and the canned answers, in each language. */
export type DeskGiven = {
  words: Record<Language, DeskWords>;
  channels: Names;
  steps: Names;
  reasons: Names;
  languages: Record<Language, string>;
  answers: Record<Language, Record<string, string>>;
};

export function readGiven(): DeskGiven {
  return JSON.parse(document.querySelector('#given')?.textContent ?? '{}');
}

/** What an id is called in the language of the page; one that nobody has named stands as it is. */
export function namesIn(names: Names): (id: string) => string {
  return (id) => names[document.documentElement.lang as Language]?.[id] ?? id;
}
