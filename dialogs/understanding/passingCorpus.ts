import { readFileSync } from 'node:fs';
import { type Language, languages } from '../../kit/language.ts';
import { underHeadings } from './headings.ts';
import { Passing } from './passing.ts';

/** What is said at such moments and is none of these. */
export const nothing = 'none';
export type Heading = Passing | typeof nothing;
export type PassingExample = { text: string; said: Heading };

/** The most sentences that are made of one line with alternatives. */
const mostOfLine = 9;

/** What customers say in passing: a file a language, a name above its lines. @throws Error for a heading that is none of the names */
function readPassingCorpus(language: Language): PassingExample[] {
  const file = new URL(`./passingCorpus/${language}.txt`, import.meta.url);
  return underHeadings(readFileSync(file, 'utf8'), mostOfLine).map(({ heading, text }) => ({
    text,
    said: heading === nothing ? nothing : Passing.parse(heading),
  }));
}

/** The same of all languages. */
export const allPassing = () => languages.flatMap(readPassingCorpus);
