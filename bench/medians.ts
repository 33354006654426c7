/** What a series of measurements came to, in milliseconds. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** How far the median of one series is from another's, as a share of the latter, with its 95 % interval. */
export function difference(
  series: readonly number[],
  base: readonly number[],
): { share: number; from: number; to: number } {
  const shareOf = (one: readonly number[], other: readonly number[]) => median(one) / median(other) - 1;
  // Bootstrap (Efron 1979): drawn again with replacement, a thousand times, from a fixed seed.
  const draw = drawing(20_261_124);
  const again = (from: readonly number[]) => from.map(() => from[Math.floor(draw() * from.length)] ?? 0);
  const shares = Array.from({ length: 1000 }, () => shareOf(again(series), again(base))).toSorted(
    (one, other) => one - other,
  );
  return { share: shareOf(series, base), from: shares[24] ?? 0, to: shares[974] ?? 0 };
}

/** Numbers from 0 to 1 that are the same in each run (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Measures each in turn, so that whatever the machine does meanwhile meets all alike. */
export async function interleaved(
  times: number,
  works: Record<string, (round: number) => Promise<unknown>>,
): Promise<Record<string, number[]>> {
  const series: Record<string, number[]> = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  const names = Object.keys(works);
  for (let round = 0; round < times; round++) {
    for (let place = 0; place < names.length; place++) {
      const name = names[(place + round) % names.length] ?? '';
      const begun = performance.now();
      await works[name]?.(round);
      series[name]?.push(performance.now() - begun);
    }
  }
  return series;
}
