import { EntitySchema, type MigrationInterface, type QueryRunner } from 'typeorm';
import type { Instant } from '../../kit/time.ts';

/** Whose turn it is in a conversation, over all processes; `conversation` is a hash of its channel and id. */
export type TurnLeaseRow = { conversation: string; holder: string; expiresAt: Instant };

export const TurnLeaseRows = new EntitySchema<TurnLeaseRow>({
  name: 'turn_leases',
  columns: {
    conversation: { type: 'varchar', primary: true },
    holder: { type: 'varchar' },
    expiresAt: { name: 'expires_at', type: 'varchar' },
  },
  indices: [{ name: 'turn_leases_by_expiry', columns: ['expiresAt'] }],
});

export class TurnLeases1764000130000 implements MigrationInterface {
  readonly name = 'TurnLeases1764000130000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE turn_leases (conversation varchar PRIMARY KEY NOT NULL, holder varchar NOT NULL,
        expires_at varchar NOT NULL)`,
    );
    await runner.query('CREATE INDEX turn_leases_by_expiry ON turn_leases (expires_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE turn_leases');
  }
}
