import { normalText } from '../../kit/customerText.ts';
import { numberWords } from '../numberWords.ts';
import { type Group, groupsOf } from './numberGroups.ts';
import { type Token, tokensOf } from './numberTokens.ts';

export type { Group };

/**
 * A number in a text: its digits, however they are written or said, and its position. `isSaid`: it consists of words
 * only. `isAlone`: the text holds nothing else.
 */
export type NumberFound = {
  digits: string;
  groups: Group[];
  start: number;
  end: number;
  isSaid: boolean;
  isAlone: boolean;
};

/** The most characters between two digits of one number. */
const widestGap = 12;
const politeWords = Object.values(numberWords).flatMap(({ politeness }) => politeness);
const politeness = new RegExp(`^(?:\\s|\\p{P}|\\p{S}|\\p{M}|\\p{Cf}|${politeWords.join('|')})*$`, 'iu');

/** All numbers of a text, in any form, in their order. */
export function numbersIn(text: string): NumberFound[] {
  return numbersOf(normalText(text));
}

/** The numbers of a text that is in its normal form already; making the normal form twice would take time. */
export function numbersOf(normal: string): NumberFound[] {
  return runsOf(tokensOf(normal)).flatMap((run) => {
    const groups = withoutWeakEnds(groupsOf(run), normal);
    const [first, last] = [groups[0], groups.at(-1)];
    if (first === undefined || last === undefined) return [];
    const { start } = first;
    const { end } = last;
    return {
      digits: groups.map(({ digits }) => digits).join(''),
      groups,
      start,
      end,
      isSaid: groups.every(({ isWord }) => isWord),
      isAlone: politeness.test(normal.slice(0, start)) && politeness.test(normal.slice(end)),
    };
  });
}

/** The normal form of a text with each number replaced by what `replace` returns, or kept where that is undefined. */
export function replaceNumbers(text: string, replace: (found: NumberFound) => string | undefined): string {
  const normal = normalText(text);
  let [replaced, done] = ['', 0];
  for (const found of numbersOf(normal)) {
    const instead = replace(found);
    if (instead === undefined) continue;
    replaced += normal.slice(done, found.start) + instead;
    done = found.end;
  }
  return replaced + normal.slice(done);
}

/** The tokens of each number, with the gaps between them. */
function runsOf(tokens: readonly Token[]): Token[][] {
  const runs: Token[][] = [];
  let run: Token[] = [];
  let width = 0;
  const ends = () => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const token of tokens) {
    if (token.kind === 'other') ends();
    else if (token.kind !== 'gap') {
      run.push(token);
      width = 0;
    } else if (run.length > 0) {
      width += token.end - token.start;
      if (width > widestGap) ends();
      else run.push(token);
    }
  }
  ends();
  return runs;
}

/**
 * Removes uncertain groups from both ends: words with another meaning that have other words beside them, and letters
 * before written digits, which belong to a document's number.
 */
function withoutWeakEnds(groups: Group[], text: string): Group[] {
  let [start, end] = [0, groups.length];
  while (start < end && isNoBeginning(groups, start, text)) start += 1;
  while (end > start && groups[end - 1]?.isWeak && hasWords(text.slice(groups[end - 1]?.end))) end -= 1;
  return groups.slice(start, end);
}

function isNoBeginning(groups: readonly Group[], place: number, text: string): boolean {
  const [group, next] = [groups[place], groups[place + 1]];
  if (!group?.isWeak) return false;
  const isLetters = next && !next.isWord && /^[OoIlL]+$/.test(text.slice(group.start, group.end));
  return isLetters || hasWords(text.slice(0, group.start));
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
