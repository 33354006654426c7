import { normalText } from '../../kit/customerText.ts';
import type { YesPart } from '../../words/heard.ts';
import { replaceNumbers } from '../../words/numbers/numbersIn.ts';
import { plainText } from './plainText.ts';
import { readOnce } from './readOnce.ts';
import { kindPictures, noYes, yesPhrases, yesPictures } from './yesWords.ts';

/** What a text that is made of a yes alone says. */
export type Yes = ReadonlySet<YesPart>;

/** A yes is short; what is longer tells more. */
const longest = 200;
const longestPhrase = Math.max(...[...yesPhrases.keys()].map(({ length }) => length));
const mark = /\p{Emoji_Modifier}|[\ufe0f\u200d]/gu;

/**
 * What a text says that is made of yes-words, thanks, haste, "it is my card" and a wish to unfreeze it alone. Undefined
 * for any other: a question, a negation, a third person, a doubt or whatever else has no place in a yes.
 */
export function yesIn(text: string): Yes | undefined {
  return yesOnce(text);
}

const yesOnce = readOnce((text): Yes | undefined => {
  if (text.length > longest) return undefined;
  const written = normalText(text).replace(mark, '');
  const words = written.replace(yesPictures, ' ').replace(kindPictures, ' ');
  if (/\p{Extended_Pictographic}/u.test(words) || /\p{Nd}/u.test(words)) return undefined;
  const plain = plainText(words);
  const said = yesInPlain(plain);
  const isPictured = written.search(yesPictures) >= 0;
  return said && isPictured ? new Set([...said, 'yes']) : said;
});

/** Whether a text is a yes, to whatever was asked. */
export function saysYes(text: string): boolean {
  return yesIn(text)?.has('yes') ?? false;
}

/** Whether a text is a yes to unfreezing now the one card that was named, by its last four digits. */
export function saysYesToUnfreezing(text: string, lastFour: string): boolean {
  // "That one, 1114" reads as one number, and 一一一四 is none but to the reader of numbers.
  const written = normalText(text).replaceAll(new RegExp(`(?<!\\d)${lastFour}(?!\\d)`, 'g'), ' ');
  const read = replaceNumbers(text, ({ digits }) => (digits === lastFour ? ' ' : undefined));
  const said = [written, read].map(yesIn).find((one) => one !== undefined);
  return yesToUnfreezing.some((part) => said?.has(part));
}

const yesToUnfreezing: readonly YesPart[] = ['yes', 'wish', 'mine', 'haste', 'please'];

/** What comes behind a yes at the beginning of a plain text, if anything does: the wish that it leads to. */
export function afterYes(plain: string): string | undefined {
  for (let end = Math.min(plain.length, longestPhrase); end > 0; end--) {
    const isWhole = !(isLatin(plain.charAt(end - 1)) && isLatin(plain.charAt(end)));
    if (isWhole && yesPhrases.get(plain.slice(0, end)) === 'yes') {
      return plain.slice(end).replace(/^[ |]+/, '') || undefined;
    }
  }
  return undefined;
}

function yesInPlain(plain: string): Yes | undefined {
  const spaced = ` ${plain.replaceAll('|', ' | ')} `;
  if (plain.includes('?') || noYes.some((words) => spaced.includes(isLatin(words) ? ` ${words} ` : words)))
    return undefined;
  const parts = new Set<YesPart>();
  for (const clause of plain.split('|')) {
    const found = partsOf(clause);
    if (found === undefined) return undefined;
    for (const part of found) parts.add(part);
  }
  // "Help me please" asks for something, and does not say for what.
  const asksForNothing = parts.has('asks') && !parts.has('wish') && !parts.has('yes');
  return asksForNothing ? undefined : parts;
}

/**
 * What the phrases do that a clause is made of; undefined where anything else is in it. Phrases are laid from the end:
 * for each place what can be made of the rest is known, so that no text takes long.
 */
function partsOf(clause: string): readonly YesPart[] | undefined {
  const rests: (readonly YesPart[] | undefined)[] = [];
  rests[clause.length] = [];
  for (let start = clause.length - 1; start >= 0; start--) rests[start] = bestFrom(clause, start, rests);
  return rests[0];
}

/** The longest phrase that leaves a rest which is known; a space goes with what follows it. */
function bestFrom(
  clause: string,
  start: number,
  rests: readonly (readonly YesPart[] | undefined)[],
): readonly YesPart[] | undefined {
  if (clause.charAt(start) === ' ') return rests[start + 1];
  if (isLatin(clause.charAt(start - 1)) && isLatin(clause.charAt(start))) return undefined;
  for (let end = Math.min(clause.length, start + longestPhrase); end > start; end--) {
    const rest = rests[end];
    const part = rest && yesPhrases.get(clause.slice(start, end));
    const isWhole = !(isLatin(clause.charAt(end - 1)) && isLatin(clause.charAt(end)));
    if (rest && part && isWhole) return [part, ...rest];
  }
  return undefined;
}

function isLatin(text: string): boolean {
  return /^[a-z]/.test(text);
}
