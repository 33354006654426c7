import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import type { OwnedTable } from '../../kit/retention/ownedTable.ts';
import type { Period } from '../../kit/retention/period.ts';
import { indexMigration } from '../../kit/store/indexMigration.ts';
import { laterMigration } from '../../kit/store/laterMigration.ts';
import { LessThan } from '../../kit/store/query.ts';
import { hours } from '../../kit/time.ts';
import { HandoffCaseRows } from './handoffCasesTable.ts';
import { HandoffNoteRows } from './handoffNotesTable.ts';

/** How long a case stays after an agent closed it, and a handoff that the bank's side could not be told of. */
const keptFor: Period = { text: 'P30D', milliseconds: 30 * 24 * hours };

const caseIndexes = indexMigration({
  name: 'BotHandoffCaseIndexes1764366020000',
  makes: {
    handoff_cases_waiting:
      'CREATE INDEX handoff_cases_waiting ON handoff_cases (opened_at, id) WHERE closed_at IS NULL',
    handoff_cases_closed:
      'CREATE INDEX handoff_cases_closed ON handoff_cases (closed_at) WHERE closed_at IS NOT NULL',
  },
});
/** Cases from before have no origin, and stand where they stood. */
const caseOrigins = laterMigration({
  name: 'BotHandoffCaseOrigins1795914600000',
  up: [
    'ALTER TABLE handoff_cases ADD COLUMN origin varchar',
    'ALTER TABLE handoff_cases ADD COLUMN set_aside_at varchar',
    'CREATE INDEX handoff_cases_origin ON handoff_cases (origin, opened_at) WHERE origin IS NOT NULL',
    'CREATE INDEX handoff_cases_set_aside ON handoff_cases (set_aside_at) WHERE set_aside_at IS NOT NULL',
  ],
  down: [
    'DROP INDEX handoff_cases_set_aside',
    'DROP INDEX handoff_cases_origin',
    'ALTER TABLE handoff_cases DROP COLUMN set_aside_at',
    'ALTER TABLE handoff_cases DROP COLUMN origin',
  ],
});
const noteIndexes = indexMigration({
  name: 'BotHandoffNoteIndexes1764366030000',
  makes: { handoff_notes_in_order: 'CREATE INDEX handoff_notes_in_order ON handoff_notes (at, id)' },
  drops: { handoff_notes_at: 'CREATE INDEX handoff_notes_at ON handoff_notes (at)' },
});

/** Cases for human agents, and handoffs that are still to be told to the bank's audit trail. */
export const deskTables: readonly OwnedTable[] = [
  {
    rows: HandoffCaseRows,
    stays: 'a case waits until an agent has closed it, unless it was set aside',
    migrations: [caseIndexes, caseOrigins],
    expiring: () =>
      expiringRows({
        kind: 'handoffCases',
        keptFor,
        rows: HandoffCaseRows,
        key: 'id',
        due: (now) => [
          { closedAt: LessThan(ago(now, keptFor)) },
          { setAsideAt: LessThan(ago(now, keptFor)) },
        ],
      }),
  },
  {
    rows: HandoffNoteRows,
    migrations: [noteIndexes],
    expiring: () =>
      expiringRows({
        kind: 'handoffNotes',
        keptFor,
        rows: HandoffNoteRows,
        key: 'id',
        due: (now) => ({ at: LessThan(ago(now, keptFor)) }),
      }),
  },
];
