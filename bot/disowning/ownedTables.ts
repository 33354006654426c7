import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import type { OwnedTable } from '../../kit/retention/ownedTable.ts';
import type { Period } from '../../kit/retention/period.ts';
import { laterMigration } from '../../kit/store/laterMigration.ts';
import { LessThan, type MigrationInterface, type QueryRunner } from '../../kit/store/query.ts';
import { hours } from '../../kit/time.ts';
import { KeptDisownmentRows } from './keptDisownmentsTable.ts';
import { UntoldOptOutRows } from './untoldOptOutsTable.ts';

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

/** A bank's side that was away for longer is told nothing: the channel has kept to it all the time. */
const optOutsKeptFor: Period = { text: 'P30D', milliseconds: 30 * 24 * hours };

const untoldOptOuts = laterMigration({
  name: 'BotUntoldOptOuts1795936800000',
  up: [
    'CREATE TABLE untold_opt_outs (id varchar PRIMARY KEY NOT NULL, said text NOT NULL, at varchar NOT NULL)',
    'CREATE INDEX untold_opt_outs_in_order ON untold_opt_outs (at, id)',
  ],
  down: ['DROP TABLE untold_opt_outs'],
});

/** What the bank's side is still to be told of a telephone. */
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
  {
    rows: UntoldOptOutRows,
    migrations: [untoldOptOuts],
    expiring: () =>
      expiringRows({
        kind: 'untoldOptOuts',
        keptFor: optOutsKeptFor,
        rows: UntoldOptOutRows,
        key: 'id',
        due: (now) => ({ at: LessThan(ago(now, optOutsKeptFor)) }),
      }),
  },
];
