import { EntitySchema } from 'typeorm';
import type { Instant } from '../time.ts';

/**
 * A key that what stands in the database rests on. `version` is that of the product that wrote the row; after `retiredAt`
 * nothing rests on the key any more.
 */
export type KeyFingerprintRow = {
  name: string;
  fingerprint: string;
  keyId: string | null;
  recordedAt: Instant;
  version: string;
  retiredAt: Instant | null;
};

/** Makes the table of one half. Each half has its own, since their keys may differ. */
export function keyFingerprintRows(table: string): EntitySchema<KeyFingerprintRow> {
  return new EntitySchema<KeyFingerprintRow>({
    name: table,
    columns: {
      name: { type: 'varchar', primary: true },
      fingerprint: { type: 'varchar', primary: true },
      keyId: { name: 'key_id', type: 'varchar', nullable: true },
      recordedAt: { name: 'recorded_at', type: 'varchar' },
      version: { type: 'varchar' },
      retiredAt: { name: 'retired_at', type: 'varchar', nullable: true },
    },
  });
}
