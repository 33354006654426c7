import type { Command } from 'commander';
import { UnfreezeError } from '../kit/errors.ts';
import { wholeNumber } from './wholeNumber.ts';

const mostAtOnce = 50;

/** `after`: the last one of the page before. */
export type PageAsked = { after?: string; limit?: number; json?: boolean };

/** Adds the options of a list that comes in pages. */
export function inPages(command: Command): Command {
  return command
    .option('--after <ID>', 'continue after this one, the last of the page before')
    .option('--limit <NUMBER>', `how many at most; ${mostAtOnce}, or with --json all`, wholeNumber(999_999));
}

/**
 * A page of a list, and the sentence that names the next one; empty after the last page.
 * @throws UnfreezeError `messageInvalid` where the list does not have the one that the page should follow
 */
export function pageOf<One>(
  list: readonly One[],
  idOf: (one: One) => string,
  { after, limit, json }: PageAsked,
): { page: One[]; next: string } {
  const begin = after === undefined ? 0 : list.findIndex((one) => idOf(one) === after) + 1;
  if (after !== undefined && begin === 0)
    throw new UnfreezeError('messageInvalid', `${after} is not in the list any more: begin without --after`);
  const end = begin + (limit ?? (json ? list.length : mostAtOnce));
  const page = list.slice(begin, end);
  const last = page.at(-1);
  const left = list.length - begin - page.length;
  return { page, next: last && left > 0 ? `${left} more: --after ${idOf(last)}\n` : '' };
}
