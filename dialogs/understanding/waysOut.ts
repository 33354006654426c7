import { rowsOf, type WayOut } from '../../words/heard.ts';
import { plainText } from './plainText.ts';

export const waysOut = rowsOf((heard) => heard.waysOut.waysOut);

/** A way out is short; what is longer tells more. */
const longest = 90;
const beside = new Set(['', ...rowsOf((heard) => heard.waysOut.beside)]);
const ends = rowsOf((heard) => heard.waysOut.ends);

/** The way out that this is and nothing else, if it is one. */
export function wayOutIn(text: string): WayOut | undefined {
  if (text.length > longest) return undefined;
  const clauses = plainText(text)
    .split('|')
    .map((clause) => ends.reduce((rest, end) => rest.replace(end, ''), clause));
  const found = clauses.map((clause) => waysOut.find(({ when }) => when.test(clause)));
  const isWhole = clauses.every(
    (clause, place) => found[place] !== undefined || beside.has(clause.replace(/\?+$/, '')),
  );
  return isWhole ? found.find((one) => one !== undefined)?.way : undefined;
}
