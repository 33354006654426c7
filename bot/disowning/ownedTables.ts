import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import type { OwnedTable } from '../../kit/retention/ownedTable.ts';
import type { Period } from '../../kit/retention/period.ts';
import { laterMigration } from '../../kit/store/laterMigration.ts';
import { LessThan, type MigrationInterface, type QueryRunner } from '../../kit/store/query.ts';
import { hours } from '../../kit/time.ts';
import { KeptDisownmentRows } from './keptDisownmentsTable.ts';
import { UntoldOptOutRows } from './untoldOptOutsTable.ts';

/** The time for which an unfreezing can be disowned. */
const keptFor: Period = { text: 'PT72H', milliseconds: 72 * hours };

/** Stores disownments, so that one made while the bank's side does not answer is not lost with its turn. */
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

/** A STOP is not passed on after this time; the channel itself has obeyed it all along. */
const optOutsKeptFor: Period = { text: 'P30D', milliseconds: 30 * 24 * hours };

const untoldOptOuts = laterMigration({
  name: 'BotUntoldOptOuts1795936800000',
  up: [
    'CREATE TABLE untold_opt_outs (id varchar PRIMARY KEY NOT NULL, said text NOT NULL, at varchar NOT NULL)',
    'CREATE INDEX untold_opt_outs_in_order ON untold_opt_outs (at, id)',
  ],
  down: ['DROP TABLE untold_opt_outs'],
});

/** The tables of messages about telephones that the bank's side has not accepted yet. */
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
