import { EntitySchema } from 'typeorm';
import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import type { OwnedTable } from '../../kit/retention/ownedTable.ts';
import { key, text } from '../../kit/store/columns.ts';
import { laterMigration } from '../../kit/store/laterMigration.ts';
import { LessThan } from '../../kit/store/query.ts';
import { hours, type Instant } from '../../kit/time.ts';

/** A case that counts as contained until its customer comes back: one row for each mark of theirs. */
export type ReturnMarkRow = {
  id: string;
  subject: string;
  at: Instant;
  channel: string;
  language: string;
  step: string;
  release: string;
};

export const ReturnMarkRows = new EntitySchema<ReturnMarkRow>({
  name: 'return_marks',
  columns: { id: key, subject: text, at: text, channel: text, language: text, step: text, release: text },
  indices: [
    { name: 'return_marks_at', columns: ['at'] },
    { name: 'return_marks_subject', columns: ['subject'] },
  ],
});

/** Who comes back later has another matter. */
export const longestReturn = 24 * hours;
const keptFor = { text: 'PT24H', milliseconds: longestReturn };

const made = laterMigration({
  name: 'BotReturnMarks1796500000000',
  up: [
    'CREATE TABLE return_marks (id varchar PRIMARY KEY NOT NULL, subject text NOT NULL, at text NOT NULL, channel text NOT NULL, language text NOT NULL, step text NOT NULL, release text NOT NULL)',
    'CREATE INDEX return_marks_at ON return_marks (at)',
    'CREATE INDEX return_marks_subject ON return_marks (subject)',
  ],
  down: ['DROP TABLE return_marks'],
});

export const returnMarkTables: readonly OwnedTable<object>[] = [
  {
    rows: ReturnMarkRows,
    migrations: [made],
    expiring: () =>
      expiringRows({
        keptFor,
        rows: ReturnMarkRows,
        key: 'id',
        due: (now) => ({ at: LessThan(ago(now, keptFor)) }),
      }),
  },
];
