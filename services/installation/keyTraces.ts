import type { LastingKey } from '../security/keyFingerprint.ts';

/** What one row tells of a key: whether that key has written it. `isCertain` where no altered row could tell the same. */
export type KeyTrace = { key: LastingKey; fits: boolean; isCertain?: boolean };

/**
 * The keys that have certainly not written any of it. One row that does not fit may have been altered, which is another
 * matter; a key that no row fits is another one.
 */
export function keysThatNothingFits(traces: readonly KeyTrace[]): LastingKey[] {
  const keys = [...new Set(traces.map(({ key }) => key))];
  return keys.filter((key) => {
    const own = traces.filter((trace) => trace.key === key);
    return own.some((trace) => trace.isCertain && !trace.fits) || own.every(({ fits }) => !fits);
  });
}
