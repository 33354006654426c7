import { createSecretKey } from 'node:crypto';
import { derivedKey } from '../../kit/rotatingSecret.ts';
import type { KeyRingFile, SingleKey } from './keyRingFile.ts';
import { everyOf, olderOf } from './keyRotation.ts';

/**
 * The names of the keys that stored data depends on. Sealing keys are not among them, because they live for an hour,
 * nor the keys for anchors, because anchors are kept outside the database.
 */
export type LastingKey = 'fieldKeys' | SingleKey;

/**
 * The fingerprint of a key, by which it is recognised without being shown. `keyId` is null for a name that has one key
 * at a time.
 */
export type KeyFingerprint = { name: LastingKey; keyId: string | null; fingerprint: string };

/** The fingerprints of all keys under these names that data in a database may depend on. */
export function fingerprintsOf(keys: KeyRingFile, names: readonly LastingKey[]): KeyFingerprint[] {
  return names.flatMap((name) => {
    if (name === 'fieldKeys') return keys.fieldKeys.map(({ id, key }) => fingerprintOf(name, id, key));
    return [keys[name], ...olderOf(keys, name).map(({ key }) => key)].map((key) =>
      fingerprintOf(name, null, key),
    );
  });
}

/** The same fingerprints and those of the announced keys, which another machine may use already. */
export function readableFingerprints(keys: KeyRingFile, names: readonly LastingKey[]): KeyFingerprint[] {
  return names.flatMap((name) => {
    if (name !== 'fieldKeys') return everyOf(keys, name).map((key) => fingerprintOf(name, null, key));
    const { next } = keys;
    const all = next?.fieldKeys ? [...keys.fieldKeys, next.fieldKeys] : keys.fieldKeys;
    return all.map(({ id, key }) => fingerprintOf(name, id, key));
  });
}

/** The fingerprint is derived from the key, so that it tells nothing about it and equals nothing else that is derived. */
function fingerprintOf(name: LastingKey, keyId: string | null, key: string): KeyFingerprint {
  const fingerprint = derivedKey(createSecretKey(Buffer.from(key, 'base64url')), `fingerprint of ${name}`);
  return { name, keyId, fingerprint: fingerprint.export().toString('base64url') };
}
