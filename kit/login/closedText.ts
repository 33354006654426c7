import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { derivedKey } from '../rotatingSecret.ts';

const algorithm = 'aes-256-gcm';
const lengths = { nonce: 12, tag: 16 };

/** A text that only who has the token can read: AES-256-GCM under what follows from it (HKDF, RFC 5869). */
export function closed(token: string | KeyObject, text: string): string {
  const nonce = randomBytes(lengths.nonce);
  const cipher = createCipheriv(algorithm, keyOf(token), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** Undefined where it was closed under another token, or changed. */
export function opened(token: string | KeyObject, text: string): string | undefined {
  const bytes = Buffer.from(text, 'base64url');
  const start = lengths.nonce + lengths.tag;
  if (bytes.length < start) return undefined;
  const decipher = createDecipheriv(algorithm, keyOf(token), bytes.subarray(0, lengths.nonce), {
    authTagLength: lengths.tag,
  });
  decipher.setAuthTag(bytes.subarray(lengths.nonce, start));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function keyOf(token: string | KeyObject): KeyObject {
  const secret = typeof token === 'string' ? createSecretKey(Buffer.from(token)) : token;
  return derivedKey(secret, 'closed text of a log-in');
}
