import { EntitySchema, type QueryRunner } from 'typeorm';
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

/** Such rows in a table of their own for each half, since the halves may have different keys. */
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

/** Makes the table, for a migration. */
export async function createKeyFingerprints(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`CREATE TABLE ${table} (
    name varchar NOT NULL,
    fingerprint varchar NOT NULL,
    key_id varchar,
    recorded_at varchar NOT NULL,
    version varchar NOT NULL,
    retired_at varchar,
    PRIMARY KEY (name, fingerprint))`);
}
