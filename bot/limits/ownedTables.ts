import { expiringRows } from '../../kit/retention/expiring.ts';
import type { OwnedTable } from '../../kit/retention/ownedTable.ts';
import type { Period } from '../../kit/retention/period.ts';
import { laterMigration } from '../../kit/store/laterMigration.ts';
import { LessThanOrEqual } from '../../kit/store/query.ts';
import { instant } from '../../kit/time.ts';
import { SharedCountRows } from './sharedCountsTable.ts';

/** Rows are kept for no extra time, since each names its own end. */
const keptFor: Period = { text: 'PT0M', milliseconds: 0 };

const made = laterMigration({
  name: 'BotSharedCounts1795905000000',
  up: [
    `CREATE TABLE shared_counts (
      id varchar PRIMARY KEY NOT NULL,
      subject text NOT NULL,
      begun text NOT NULL,
      until text NOT NULL,
      count integer NOT NULL)`,
    'CREATE INDEX shared_counts_by_subject ON shared_counts (subject, begun)',
    'CREATE INDEX shared_counts_by_end ON shared_counts (until)',
  ],
  down: ['DROP TABLE shared_counts'],
});

/** The table of the counts that the bot's processes share. */
export const limitTables: readonly OwnedTable[] = [
  {
    rows: SharedCountRows,
    migrations: [made],
    expiring: () =>
      expiringRows({
        kind: 'sharedCounts',
        keptFor,
        rows: SharedCountRows,
        key: 'id',
        due: (now) => ({ until: LessThanOrEqual(instant(now)) }),
      }),
  },
];
