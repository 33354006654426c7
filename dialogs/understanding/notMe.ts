import { rowsOf } from '../../words/heard.ts';
import { plainText } from './plainText.ts';
import { understand } from './understand.ts';

const denials = new Set(rowsOf((heard) => heard.disowning.denials));

const outcries = new Set(rowsOf((heard) => heard.disowning.outcries));

/** A receipt is answered shortly; a long text is a story, and more work than a flood may cause. */
const longest = 200;
const mostWords = 6;

/**
 * Whether a message is what the receipt of an unfreezing asks to be answered with where it was somebody else. No
 * classifier decides this: it freezes cards, and must do so for these words and for no others. Beside them may stand
 * outcries and what asks for a freeze as well; anything else makes another sentence of it.
 */
export function isDisowning(text: string): boolean {
  if (text.length > longest) return false;
  const clauses = plainText(text).split('|').map(clauseOf);
  if (!clauses.some(({ denies }) => denies)) return false;
  return clauses.every(({ isCry, words }) => isCry || understand(words).intent === 'freezeOrReport');
}

/** A clause, whether denials and outcries are all that it is made of, and whether it denies. */
type Clause = { words: string; isCry: boolean; denies: boolean };

/** Takes the longest known words again and again, and never goes back: long texts cost no more for it. */
function clauseOf(words: string): Clause {
  const rest = words.split(' ');
  let denies = false;
  while (rest.length > 0) {
    const length = lengthOfKnown(rest);
    if (length === 0) return { words, isCry: false, denies: false };
    const known = rest.splice(0, length).join(' ');
    denies ||= denials.has(known);
  }
  return { words, isCry: true, denies };
}

function lengthOfKnown(words: readonly string[]): number {
  for (let length = Math.min(mostWords, words.length); length > 0; length--) {
    const known = words.slice(0, length).join(' ');
    if (denials.has(known) || outcries.has(known)) return length;
  }
  return 0;
}
