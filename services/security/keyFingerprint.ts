import { hkdfSync } from 'node:crypto';
import type { KeyRingFile, SingleKey } from './keyRingFile.ts';
import { everyOf, olderOf } from './keyRotation.ts';

/**
 * The keys that a database rests on, by their names in the key file. Sealing keys die by the hour, and those for anchors
 * belong to what stands outside the database.
 */
export type LastingKey = 'fieldKeys' | SingleKey;

/** What a key is known by to who does not hold it; `keyId` is null for a key of a name of which one alone is in use. */
export type KeyFingerprint = { name: LastingKey; keyId: string | null; fingerprint: string };

/** The fingerprints of the named keys that something in a database may rest on, in a key file. */
export function fingerprintsOf(keys: KeyRingFile, names: readonly LastingKey[]): KeyFingerprint[] {
  return names.flatMap((name) => {
    if (name === 'fieldKeys') return keys.fieldKeys.map(({ id, key }) => fingerprintOf(name, id, key));
    return [keys[name], ...olderOf(keys, name).map(({ key }) => key)].map((key) =>
      fingerprintOf(name, null, key),
    );
  });
}

/** The same with those that are announced: another machine may use them already. */
export function readableFingerprints(keys: KeyRingFile, names: readonly LastingKey[]): KeyFingerprint[] {
  return names.flatMap((name) => {
    if (name !== 'fieldKeys') return everyOf(keys, name).map((key) => fingerprintOf(name, null, key));
    const { next } = keys;
    const all = next?.fieldKeys ? [...keys.fieldKeys, next.fieldKeys] : keys.fieldKeys;
    return all.map(({ id, key }) => fingerprintOf(name, id, key));
  });
}

/** HKDF (RFC 5869) gives of a key of 256 random bits nothing away, and shares no output with what the key is used for. */
function fingerprintOf(name: LastingKey, keyId: string | null, key: string): KeyFingerprint {
  const bytes = hkdfSync('sha256', Buffer.from(key, 'base64url'), '', `fingerprint of ${name}`, 32);
  return { name, keyId, fingerprint: Buffer.from(bytes).toString('base64url') };
}
