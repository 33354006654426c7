import { laterMigration } from '../../kit/store/laterMigration.ts';
import type { MigrationInterface, QueryRunner } from '../../kit/store/query.ts';
import type { BankTable } from '../security/sealedTable.ts';
import { AuditBase, AuditEntries, AuditTail } from '../tables/auditEntry.ts';

/** Gives waiting entries a table of their own. Entries from before have no id. */
class AuditTailMigration implements MigrationInterface {
  readonly name = 'BankAuditTail1764371400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE audit_entries ADD COLUMN id text');
    await runner.query('CREATE UNIQUE INDEX audit_entries_id ON audit_entries (id)');
    await runner.query(
      `CREATE TABLE audit_tail (
        id varchar PRIMARY KEY NOT NULL,
        at text NOT NULL,
        action text NOT NULL,
        details text NOT NULL,
        mac text NOT NULL
      )`,
    );
    await runner.query('CREATE INDEX audit_tail_at ON audit_tail (at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_tail');
    await runner.query('DROP INDEX audit_entries_id');
    await runner.query('ALTER TABLE audit_entries DROP COLUMN id');
  }
}

const auditBase = laterMigration({
  name: 'BankAuditBase1795941300000',
  up: [
    `CREATE TABLE audit_base (
      id varchar PRIMARY KEY NOT NULL,
      number integer NOT NULL,
      hash text NOT NULL,
      at text NOT NULL,
      mac text NOT NULL
    )`,
  ],
  down: ['DROP TABLE audit_base'],
});

/** The tables of the audit trail. */
export const auditTables: readonly BankTable[] = [
  {
    rows: AuditEntries,
    stays: 'the trail is a chain of everything that was done',
    migrations: [AuditTailMigration],
  },
  { rows: AuditTail, stays: 'an entry waits until it is chained' },
  { rows: AuditBase, stays: 'the rest of the trail begins after it', migrations: [auditBase] },
];
