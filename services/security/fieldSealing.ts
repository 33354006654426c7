import { createCipheriv, createDecipheriv, createHmac, type KeyObject, randomBytes } from 'node:crypto';
import { cipherSuites, suiteNamed, suiteOfNow } from '../contract/cipherSuites.ts';

/** Where a sealed field stands: bound into it, so that a value copied to another row or column does not open. */
export type Place = { table: string; column: string; row: string };

/** The keys that it needs, as a key ring has them. */
export type FieldKeys = {
  /** The key that closes fields now. */
  readonly fieldKey: { id: string; key: KeyObject | Buffer };
  /** A key that closed a field at some time. @throws UnfreezeError `keysUnusable` */
  fieldKeyNamed(id: string): KeyObject | Buffer;
  secret(name: 'indexKey'): KeyObject | Buffer;
  /** Every one that something may have been indexed with, the one of now first. */
  secrets(name: 'indexKey'): readonly (KeyObject | Buffer)[];
  /** The first one that is still kept. */
  firstSecret(name: 'indexKey'): KeyObject | Buffer;
};

/**
 * Personal data at rest: AES-256-GCM (NIST SP 800-38D) for what must be read again, HMAC-SHA-256 (RFC 2104)
 * for what is only looked up or compared.
 */
export class FieldSealing {
  readonly #keys: FieldKeys;

  constructor(keys: FieldKeys) {
    this.#keys = keys;
  }

  /**
   * Text `v1.KEYID.IV.TAG.CIPHERTEXT.SUITE`, the middle base64url. The suite stands at the end, where a version that knows
   * none passes over it.
   */
  seal(plain: string, place: Place): string {
    const { id, key } = this.#keys.fieldKey;
    const iv = randomBytes(12);
    const cipher = createCipheriv(cipherSuites[suiteOfNow].field, key, iv).setAAD(additionalData(place));
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    const parts = [iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'));
    return ['v1', id, ...parts, suiteOfNow].join('.');
  }

  /** @throws Error where the text was altered or stands in another place, UnfreezeError `keysUnusable`, `cipherSuiteUnknown` */
  open(sealed: string, place: Place): string {
    const [version, id, iv, tag, ciphertext, suite, ...more] = sealed.split('.');
    if (version !== 'v1' || !id || !iv || !tag || ciphertext === undefined || more.length > 0)
      throw new Error('not a sealed field');
    const { field } = suiteNamed(suite);
    const key = this.#keys.fieldKeyNamed(id);
    const decipher = createDecipheriv(field, key, Buffer.from(iv, 'base64url'), { authTagLength: 16 })
      .setAAD(additionalData(place))
      .setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([
      decipher.update(Buffer.from(ciphertext, 'base64url')),
      decipher.final(),
    ]).toString();
  }

  /** The same value gives the same index within one purpose, and tells nothing without the key. */
  index(purpose: string, value: string): string {
    return indexUnder(this.#keys.secret('indexKey'), purpose, value);
  }

  /** Under every key that it may stand under since the index key was rotated, the one of now first. */
  indexes(purpose: string, value: string): string[] {
    return this.#keys.secrets('indexKey').map((key) => indexUnder(key, purpose, value));
  }

  /** What stays the same when the index key is rotated, for as long as the first one is kept. */
  firstIndex(purpose: string, value: string): string {
    return indexUnder(this.#keys.firstSecret('indexKey'), purpose, value);
  }
}

function indexUnder(key: KeyObject | Buffer, purpose: string, value: string): string {
  return createHmac('sha256', key).update(`${purpose}\0${value}`).digest('base64url');
}

function additionalData({ table, column, row }: Place): Buffer {
  return Buffer.from(`${table}\0${column}\0${row}`);
}
