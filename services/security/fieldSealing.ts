import { createCipheriv, createDecipheriv, createHmac, type KeyObject } from 'node:crypto';
import { initializationVector } from '../../kit/initializationVector.ts';
import { cipherSuites, suiteNamed, suiteOfNow } from '../contract/cipherSuites.ts';

/**
 * The place of a sealed field. It is bound into the ciphertext, so that a value copied to another row or column does
 * not open.
 */
export type SealedPlace = { table: string; column: string; row: string };

/** The keys that `FieldSealing` needs of a key ring. */
export type FieldKeys = {
  /** The key that closes fields now. */
  readonly fieldKey: { id: string; key: KeyObject };
  /** A key that closed a field at some time. @throws UnfreezeError `keysUnusable` */
  fieldKeyNamed(id: string): KeyObject;
  secret(name: 'indexKey'): KeyObject;
  /** All keys that may have made an index, the present one first. */
  secrets(name: 'indexKey'): readonly KeyObject[];
  /** The oldest key that is still kept. */
  firstSecret(name: 'indexKey'): KeyObject;
};

/**
 * Seals personal data at rest: AES-256-GCM (NIST SP 800-38D) for what must be read again, HMAC-SHA-256 (RFC 2104) for
 * what is only looked up or compared.
 */
export class FieldSealing {
  readonly #keys: FieldKeys;

  constructor(keys: FieldKeys) {
    this.#keys = keys;
  }

  /**
   * Seals a text. @returns `v1.KEYID.IV.TAG.CIPHERTEXT.SUITE`, with IV, tag and ciphertext in base64url. The suite is
   * last, because versions that know no suites ignore what follows there.
   */
  seal(plain: string, place: SealedPlace): string {
    const { id, key } = this.#keys.fieldKey;
    const iv = initializationVector();
    const cipher = createCipheriv(cipherSuites[suiteOfNow].field, key, iv).setAAD(additionalData(place));
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    const parts = [iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'));
    return ['v1', id, ...parts, suiteOfNow].join('.');
  }

  /**
   * @throws Error where the text was altered or copied from another place, UnfreezeError `keysUnusable`,
   * `cipherSuiteUnknown`
   */
  open(sealed: string, place: SealedPlace): string {
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

  /**
   * The keyed hash of a value. The same value gives the same index within one purpose, and without the key an index
   * tells nothing.
   */
  index(purpose: string, value: string): string {
    return indexUnder(this.#keys.secret('indexKey'), purpose, value);
  }

  /** The indexes of a value under every key in use since the rotations of the index key, the present one first. */
  indexes(purpose: string, value: string): string[] {
    return this.#keys.secrets('indexKey').map((key) => indexUnder(key, purpose, value));
  }

  /**
   * The index of a value under the oldest key. It does not change when the index key is rotated, as long as that key is
   * kept.
   */
  firstIndex(purpose: string, value: string): string {
    return indexUnder(this.#keys.firstSecret('indexKey'), purpose, value);
  }
}

function indexUnder(key: KeyObject, purpose: string, value: string): string {
  return createHmac('sha256', key).update(`${purpose}\0${value}`).digest('base64url');
}

function additionalData({ table, column, row }: SealedPlace): Buffer {
  return Buffer.from(`${table}\0${column}\0${row}`);
}
