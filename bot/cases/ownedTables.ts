import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import type { OwnedTable } from '../../kit/retention/ownedTable.ts';
import type { Period } from '../../kit/retention/period.ts';
import { LessThan, type MigrationInterface, type QueryRunner } from '../../kit/store/query.ts';
import { minutes } from '../../kit/time.ts';
import { OpenCaseRows, WrongGuessRows } from './movingTables.ts';

/** A case cannot be continued after half an hour without news, and a guess no longer counts by then. */
const keptFor: Period = { text: 'PT30M', milliseconds: 30 * minutes };

/** Adds when and where a case began, for the customer who continues it. */
class OpenCasesBegun implements MigrationInterface {
  readonly name = 'BotOpenCasesBegun1764374400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE open_cases ADD COLUMN begun_at varchar');
    await runner.query('ALTER TABLE open_cases ADD COLUMN begun_on varchar');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE open_cases DROP COLUMN begun_on');
    await runner.query('ALTER TABLE open_cases DROP COLUMN begun_at');
  }
}

/** The tables of the cases that can move to another channel, and of wrong guesses at them. */
export const caseTables: readonly OwnedTable[] = [
  {
    rows: OpenCaseRows,
    migrations: [OpenCasesBegun],
    expiring: () =>
      expiringRows({
        kind: 'openCases',
        keptFor,
        rows: OpenCaseRows,
        key: 'conversation',
        due: (now) => ({ updatedAt: LessThan(ago(now, keptFor)) }),
      }),
  },
  {
    rows: WrongGuessRows,
    expiring: () =>
      expiringRows({
        kind: 'wrongGuesses',
        keptFor,
        rows: WrongGuessRows,
        key: 'id',
        due: (now) => ({ at: LessThan(ago(now, keptFor)) }),
      }),
  },
];
