import { freshAnchorKey, withoutPrivateHalf } from './anchorKey.ts';
import type { KeyRingFile } from './keyRingFile.ts';
import { ageOf, type SealingKeyPair, sealingKeysLiveFor } from './sealingKeyPair.ts';

/** The keys as this version keeps them; undefined where nothing has to change. */
export function tended(keys: KeyRingFile, now: Date): KeyRingFile | undefined {
  const sealingKeys = leftAlive(keys, now);
  const anchorKeys = keys.anchorKeys.length > 0 ? keys.anchorKeys : [freshAnchorKey()];
  const isSame = sealingKeys.length === keys.sealingKeys.length && anchorKeys === keys.anchorKeys;
  return isSame ? undefined : { ...keys, sealingKeys, anchorKeys };
}

/** The sealing keys that an earlier version left in the file and that have not expired. */
export function leftAlive({ sealingKeys }: KeyRingFile, now: Date): SealingKeyPair[] {
  return sealingKeys.filter((one) => ageOf(one, now) < sealingKeysLiveFor);
}

/** The keys with a new one for anchors; of the old ones only the public halves are kept. */
export function withFreshAnchorKey(keys: KeyRingFile): KeyRingFile {
  return { ...keys, anchorKeys: [freshAnchorKey(), ...keys.anchorKeys.map(withoutPrivateHalf)] };
}
