import { median } from '../medians.ts';
import type { Loaded } from './load.ts';

/** One server in one round: under load, and with one client alone. `check`: what one check of a password costs just then. */
export type Round = { loaded: Loaded; alone: Loaded; check: number };

export const percentile = (values: readonly number[], share: number) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? 0;

export const perTurn = ({ loaded }: Round) => loaded.cpu / Math.max(1, loaded.turns.length);

/** Without the checks of passwords, one in each whole case. */
export const perTurnUnchecked = ({ loaded, check }: Round) =>
  (loaded.cpu - loaded.cases * check) / Math.max(1, loaded.turns.length);

/** The median of the rounds with the least and the most of them: `2.1 (1.9-2.4)`. */
export function withRange(values: readonly number[], digits: number): string {
  const written = (value: number) => value.toFixed(digits);
  return `${written(median(values))} (${written(Math.min(...values))}-${written(Math.max(...values))})`;
}

/** One figure of each round beside another's of the same round. */
export function ratios(over: readonly number[], under: readonly number[]): number[] {
  return over.flatMap((value, place) => (under[place] === undefined ? [] : [value / under[place]]));
}

/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return line(head) + line(head.map((_, place) => (place === 0 ? '---' : '--:'))) + rows.map(line).join('');
}
