import { hkdfSync } from 'node:crypto';

/**
 * A secret of now, and those before it that something may still stand under, the newest first. It is read for each use, since
 * it may be rotated meanwhile.
 */
export type RotatingSecret = () => readonly Buffer[];

/** What follows from it for one purpose (HKDF, RFC 5869), in the same order. */
export function derivedFrom(secret: RotatingSecret, purpose: string): RotatingSecret {
  return () => secret().map((one) => Buffer.from(hkdfSync('sha256', one, '', purpose, 32)));
}

/** The one that is written with. */
export function newestOf(secret: RotatingSecret): Buffer {
  const [newest] = secret();
  if (newest === undefined) throw new Error('a secret that there is none of');
  return newest;
}
