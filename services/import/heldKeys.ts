import type { KeyObject } from 'node:crypto';
import type { FieldKeys } from '../security/fieldSealing.ts';
import type { KeyRing } from '../security/keyRing.ts';

/**
 * The keys as they were when the import began. A key ring checks its file before each use, which would cost much of the
 * time of a row.
 */
export class HeldKeys implements FieldKeys {
  readonly fieldKey: { id: string; key: KeyObject };
  readonly cardReferenceKey: KeyObject;
  readonly #indexKeys: readonly KeyObject[];
  readonly #firstIndexKey: KeyObject;
  readonly #keyRing: KeyRing;

  constructor(keyRing: KeyRing) {
    this.fieldKey = keyRing.fieldKey;
    this.cardReferenceKey = keyRing.secret('cardReferenceKey');
    this.#indexKeys = keyRing.secrets('indexKey');
    this.#firstIndexKey = keyRing.firstSecret('indexKey');
    this.#keyRing = keyRing;
  }

  /** @throws UnfreezeError `keysUnusable` */
  fieldKeyNamed(id: string): KeyObject {
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
