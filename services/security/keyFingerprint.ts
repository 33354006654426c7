import { hkdfSync } from 'node:crypto';
import type { KeyRingFile } from './keyRingFile.ts';

/**
 * The keys that a database rests on, by their names in the key file. Sealing keys die by the hour, and those for anchors
 * belong to what stands outside the database.
 */
export type LastingKey = 'fieldKeys' | 'indexKey' | 'cardReferenceKey' | 'auditKey' | 'webChatTokenKey';

/** What a key is known by to who does not hold it; `keyId` is null for a key that is the only one of its name. */
export type KeyFingerprint = { name: LastingKey; keyId: string | null; fingerprint: string };

/** The fingerprints of the named keys in a key file. */
export function fingerprintsOf(keys: KeyRingFile, names: readonly LastingKey[]): KeyFingerprint[] {
  return names.flatMap((name) => {
    const found = keys[name];
    return typeof found === 'string'
      ? [fingerprintOf(name, null, found)]
      : found.map(({ id, key }) => fingerprintOf(name, id, key));
  });
}

/** HKDF (RFC 5869) gives of a key of 256 random bits nothing away, and shares no output with what the key is used for. */
function fingerprintOf(name: LastingKey, keyId: string | null, key: string): KeyFingerprint {
  const bytes = hkdfSync('sha256', Buffer.from(key, 'base64url'), '', `fingerprint of ${name}`, 32);
  return { name, keyId, fingerprint: Buffer.from(bytes).toString('base64url') };
}
