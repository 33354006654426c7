import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { initializationVector } from './initializationVector.ts';
import { newestOf, type RotatingSecret } from './rotatingSecret.ts';

const algorithm = 'aes-256-gcm';

/**
 * Closes and opens texts that a database may hold only in closed form: AES-256-GCM (NIST SP 800-38D), under a key that
 * rotates.
 */
export class ClosedText {
  readonly #keys: RotatingSecret;

  constructor(keys: RotatingSecret) {
    this.#keys = keys;
  }

  /** @param id is bound into the text, so that it does not open in another row */
  close(said: object, id: string): string {
    const iv = initializationVector();
    const cipher = createCipheriv(algorithm, newestOf(this.#keys), iv).setAAD(Buffer.from(id));
    const closed = Buffer.concat([cipher.update(JSON.stringify(said), 'utf8'), cipher.final()]);
    return [iv, cipher.getAuthTag(), closed].map((piece) => piece.toString('base64url')).join('.');
  }

  /** @throws Error where the text was altered, stands in another row or was closed under another key */
  open(closed: string, id: string): unknown {
    const keys = this.#keys();
    for (const [place, key] of keys.entries()) {
      try {
        return openedWith(key, closed, id);
      } catch (error) {
        if (place === keys.length - 1) throw error;
      }
    }
    throw new Error('no key');
  }
}

function openedWith(key: KeyObject, closed: string, id: string): unknown {
  const [iv = '', tag = '', text = ''] = closed.split('.');
  const decipher = createDecipheriv(algorithm, key, Buffer.from(iv, 'base64url'), { authTagLength: 16 })
    .setAAD(Buffer.from(id))
    .setAuthTag(Buffer.from(tag, 'base64url'));
  const opened = Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]);
  return JSON.parse(opened.toString());
}
