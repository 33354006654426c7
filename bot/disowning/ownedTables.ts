import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import type { OwnedTable } from '../../kit/retention/ownedTable.ts';
import type { Period } from '../../kit/retention/period.ts';
import { LessThan, type MigrationInterface, type QueryRunner } from '../../kit/store/query.ts';
import { hours } from '../../kit/time.ts';
import { KeptDisownmentRows } from './keptDisownmentsTable.ts';

/** As long as an unfreezing can be disowned. */
const keptFor: Period = { text: 'PT72H', milliseconds: 72 * hours };

/** What a customer has disowned while the bank's side was away is not lost with the turn. */
class KeptDisownments implements MigrationInterface {
  readonly name = 'BotKeptDisownments1764374401000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE kept_disownments (id varchar PRIMARY KEY NOT NULL, telephone text NOT NULL, at varchar NOT NULL)',
    );
    await runner.query('CREATE INDEX kept_disownments_at ON kept_disownments (at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE kept_disownments');
  }
}

/** What the bank's side is still to be told. */
export const disowningTables: readonly OwnedTable[] = [
  {
    rows: KeptDisownmentRows,
    migrations: [KeptDisownments],
    expiring: () =>
      expiringRows({
        kind: 'keptDisownments',
        keptFor,
        rows: KeptDisownmentRows,
        key: 'id',
        due: (now) => ({ at: LessThan(ago(now, keptFor)) }),
      }),
  },
];
