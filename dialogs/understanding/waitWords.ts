import { rowsOf } from '../../words/heard.ts';
import { plainText } from './plainText.ts';

export const pauses = rowsOf((heard) => heard.moments.pauses);
const beside = new Set(['', ...rowsOf((heard) => heard.moments.beside)]);
const ends = rowsOf((heard) => heard.moments.ends);
const longest = 100;

/** Whether a customer asks for nothing but a moment: what is open stands, and it was no wrong answer. */
export function asksForMoment(text: string): boolean {
  if (text.length > longest) return false;
  const clauses = plainText(text).split('|').map(withoutEnds);
  const isPause = (clause: string) => pauses.some(({ when }) => when.test(clause));
  return clauses.some(isPause) && clauses.every((clause) => isPause(clause) || beside.has(clause));
}

/** A clause without politeness at either end. */
function withoutEnds(clause: string): string {
  return ends.reduce((rest, end) => rest.replace(end, ''), clause);
}
