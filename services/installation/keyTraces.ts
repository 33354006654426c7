import type { LastingKey } from '../security/keyFingerprint.ts';

/**
 * One row's evidence about a key. `fits`: the key has written the row. `isCertain`: an altered row could not look the
 * same.
 */
export type KeyTrace = { key: LastingKey; fits: boolean; isCertain?: boolean };

/**
 * The keys that have certainly written none of the rows. One row that does not fit may just have been altered; if no
 * row fits, it is the wrong key.
 */
export function keysThatNothingFits(traces: readonly KeyTrace[]): LastingKey[] {
  const keys = [...new Set(traces.map(({ key }) => key))];
  return keys.filter((key) => {
    const own = traces.filter((trace) => trace.key === key);
    return own.some((trace) => trace.isCertain && !trace.fits) || own.every(({ fits }) => !fits);
  });
}
