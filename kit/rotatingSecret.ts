import { hkdfSync } from 'node:crypto';

/**
 * Returns the present secret first, then older ones that stored values may still depend on, the newest first. It is
 * called for each use, because the secret may be rotated meanwhile.
 */
export type RotatingSecret = () => readonly Buffer[];

/** The keys derived from each secret for one purpose (HKDF, RFC 5869), in the same order. */
export function derivedFrom(secret: RotatingSecret, purpose: string): RotatingSecret {
  return () => secret().map((one) => Buffer.from(hkdfSync('sha256', one, '', purpose, 32)));
}

/** The secret for new values. */
export function newestOf(secret: RotatingSecret): Buffer {
  const [newest] = secret();
  if (newest === undefined) throw new Error('a secret that there is none of');
  return newest;
}
