/** The bounds, in seconds, by which times are counted: from a turn to a long wait for a person. */
const bounds = [
  ...[0.05, 0.1, 0.2, 0.5, 1, 2, 3, 5, 8, 10, 15, 30],
  ...[60, 120, 300, 600, 1200, 1800, 3600, 7200],
] as const;
/** The longest of them: two hours. */
export const longestBound = 7200;
/** The name of what took longer than every bound. */
const longest = '+';

/** The bound that a time is counted under. A clock that was set back has taken no time. */
export function boundOf(milliseconds: number): string {
  const bound = bounds.find((seconds) => milliseconds <= seconds * 1000);
  return bound === undefined ? longest : String(bound);
}

/** How often times were counted under a bound. */
export type TimesCounted = readonly { outcome: string; count: number }[];

/**
 * The seconds within which such a share of them was over: the bound that this one is counted under.
 * @returns undefined where there are none, infinity where it is over every bound
 */
export function timeWithin(times: TimesCounted, share: number): number | undefined {
  const all = times.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return undefined;
  let sum = 0;
  for (const bound of bounds) {
    for (const { outcome, count } of times) if (outcome === String(bound)) sum += count;
    if (sum >= share * all) return bound;
  }
  return Number.POSITIVE_INFINITY;
}
