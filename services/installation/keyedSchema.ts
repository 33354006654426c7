import type { KeyFingerprintRow } from '../../kit/store/keyFingerprints.ts';
import type { EntityManager, EntitySchema } from '../../kit/store/query.ts';
import type { Schema } from '../../kit/store/schema.ts';
import type { LastingKey } from '../security/keyFingerprint.ts';
import type { KeyRing } from '../security/keyRing.ts';

/** One half of the product in a database, and the keys that its data depends on. */
export type KeyedSchema = {
  schema: Schema;
  keys: readonly LastingKey[];
  /** The table with the fingerprints of these keys. */
  fingerprints: EntitySchema<KeyFingerprintRow>;
  /** The present keys that have certainly not written the rows of an older version that recorded no fingerprints. */
  notWrittenWith(manager: EntityManager, keyRing: KeyRing): Promise<LastingKey[]>;
};
