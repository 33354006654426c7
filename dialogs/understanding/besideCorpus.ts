import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Language } from '../../kit/language.ts';
import { underHeadings } from './headings.ts';
import type { Intent } from './intents.ts';

/** What an assistant is asked that is none of ours: of a bank's business, and of all the rest. */
export const besideKinds = ['bank', 'daily'] as const;
export type BesideKind = (typeof besideKinds)[number];

/** One sentence, and what it is about. */
export type BesideExample = { text: string; subject: string };

/** The most sentences that are made of one line with alternatives. */
const mostOfLine = 9;

/** More sentences of an intent, by what brings it about; a language need not have any. */
export function readWishes(language: Language, intent: Intent): BesideExample[] {
  const file = new URL(`./corpus/${language}/wishes/${intent}.txt`, import.meta.url);
  return existsSync(file) ? subjectsIn(readFileSync(file, 'utf8')) : [];
}

/** The sentences that mean `none`: files of a language and kind, a subject's name above its lines. */
export function readBeside(language: Language, kind: BesideKind): BesideExample[] {
  const folder = new URL(`./corpus/${language}/beside/${kind}/`, import.meta.url);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => subjectsIn(readFileSync(new URL(name, folder), 'utf8')));
}

function subjectsIn(content: string): BesideExample[] {
  return underHeadings(content, mostOfLine).map(({ heading, text }) => ({ text, subject: heading }));
}
