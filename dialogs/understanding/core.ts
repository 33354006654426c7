import { rowsOf } from '../../words/heard.ts';

/** What people put around what they want, and what changes nothing in it. */
const wrapping = rowsOf((heard) => heard.wrapping.wrapping);

/** The kernel of a plain text: without greetings, politeness, wishes and particles around it; the text where nothing is left. */
export function coreOf(plain: string): string {
  let core = plain;
  for (const around of wrapping) {
    const less = core
      .replace(around, ' ')
      .replace(/\s+/g, ' ')
      .replace(/ ?([|?])[ |]*/g, '$1');
    core = withoutEnds(less) || core;
  }
  return core;
}

/** Without the signs between clauses at both ends; a pattern for the end would begin anew at each sign of each run. */
function withoutEnds(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && ' |?'.includes(text.charAt(start))) start += 1;
  while (end > start && ' |?'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
