import type { KeyFingerprintRow } from '../../kit/store/keyFingerprints.ts';
import type { EntityManager, EntitySchema } from '../../kit/store/query.ts';
import type { Schema } from '../../kit/store/schema.ts';
import type { LastingKey } from '../security/keyFingerprint.ts';
import type { KeyRing } from '../security/keyRing.ts';

/** A half of the product in a database, and the keys that what stands there rests on. */
export type KeyedSchema = {
  schema: Schema;
  keys: readonly LastingKey[];
  /** Where the fingerprints of these keys stand. */
  fingerprints: EntitySchema<KeyFingerprintRow>;
  /** Those of the keys at hand that have certainly not written what an older version, without fingerprints, has left. */
  notWrittenWith(manager: EntityManager, keyRing: KeyRing): Promise<LastingKey[]>;
};
