import { createSecretKey, type KeyObject } from 'node:crypto';
import type { FieldKeys } from '../security/fieldSealing.ts';
import type { KeyRing } from '../security/keyRing.ts';

/**
 * The keys of an import as they were at its beginning. A key ring looks at its file before each use, and a key given
 * as bytes is wrapped anew for each: together four fifths of what a row costs.
 */
export class HeldKeys implements FieldKeys {
  readonly fieldKey: { id: string; key: KeyObject };
  readonly cardReferenceKey: KeyObject;
  readonly #indexKeys: readonly KeyObject[];
  readonly #firstIndexKey: KeyObject;
  readonly #keyRing: KeyRing;

  constructor(keyRing: KeyRing) {
    const { id, key } = keyRing.fieldKey;
    this.fieldKey = { id, key: createSecretKey(key) };
    this.cardReferenceKey = createSecretKey(keyRing.secret('cardReferenceKey'));
    this.#indexKeys = keyRing.secrets('indexKey').map((secret) => createSecretKey(secret));
    this.#firstIndexKey = createSecretKey(keyRing.firstSecret('indexKey'));
    this.#keyRing = keyRing;
  }

  /** @throws UnfreezeError `keysUnusable` */
  fieldKeyNamed(id: string): KeyObject | Buffer {
    return id === this.fieldKey.id ? this.fieldKey.key : this.#keyRing.fieldKeyNamed(id);
  }

  secret(_name: 'indexKey'): KeyObject {
    const [now = this.#firstIndexKey] = this.#indexKeys;
    return now;
  }

  secrets(_name: 'indexKey'): readonly KeyObject[] {
    return this.#indexKeys;
  }

  firstSecret(_name: 'indexKey'): KeyObject {
    return this.#firstIndexKey;
  }
}
