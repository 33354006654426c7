import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/**
 * Returns the present secret first, then older ones that stored values may still depend on, the newest first. It is
 * called for each use, because the secret may be rotated meanwhile.
 */
export type RotatingSecret = () => readonly KeyObject[];

/** The keys derived from each secret for one purpose, in the same order. */
export function derivedFrom(secret: RotatingSecret, purpose: string): RotatingSecret {
  const derived = new WeakMap<KeyObject, KeyObject>();
  return () =>
    secret().map((one) => {
      const key = derived.get(one) ?? derivedKey(one, purpose);
      derived.set(one, key);
      return key;
    });
}

/** The key that a secret gives for one purpose: 256 bits by HKDF (RFC 5869). */
export function derivedKey(secret: KeyObject, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)));
}

/** The secret for new values. */
export function newestOf(secret: RotatingSecret): KeyObject {
  const [newest] = secret();
  if (newest === undefined) throw new Error('a secret that there is none of');
  return newest;
}
