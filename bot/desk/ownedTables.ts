import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import type { OwnedTable } from '../../kit/retention/ownedTable.ts';
import type { Period } from '../../kit/retention/period.ts';
import { indexMigration } from '../../kit/store/indexMigration.ts';
import { laterMigration } from '../../kit/store/laterMigration.ts';
import { LessThan } from '../../kit/store/query.ts';
import { hours } from '../../kit/time.ts';
import { DeskAgentRows } from './deskAgentsTable.ts';
import { DeskLineRows } from './deskLinesTable.ts';
import { HandoffCaseRows } from './handoffCasesTable.ts';
import { HandoffNoteRows } from './handoffNotesTable.ts';

/** How long a case stays after an agent closed it, and a handoff that the bank's side could not be told of. */
const keptFor: Period = { text: 'P30D', milliseconds: 30 * 24 * hours };

/** More than two people write to each other, so that few cases go in one transaction. */
const linesOfACase = 50;

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
/** Adds the agent who answers in a conversation, and the lines that are written there. */
const deskLines = laterMigration({
  name: 'BotDeskLines1795948200000',
  up: [
    'ALTER TABLE handoff_cases ADD COLUMN reach text',
    'ALTER TABLE handoff_cases ADD COLUMN agent varchar',
    'ALTER TABLE handoff_cases ADD COLUMN waits_since varchar',
    'ALTER TABLE handoff_cases ADD COLUMN next_look_at varchar',
    'ALTER TABLE handoff_cases ADD COLUMN comes_first integer NOT NULL DEFAULT 0',
    'ALTER TABLE handoff_cases ADD COLUMN lines integer NOT NULL DEFAULT 0',
    'CREATE INDEX handoff_cases_to_look_at ON handoff_cases (next_look_at) WHERE next_look_at IS NOT NULL',
    'CREATE INDEX handoff_cases_by_agent ON handoff_cases (agent) WHERE agent IS NOT NULL',
    `CREATE TABLE desk_lines (
      id varchar PRIMARY KEY NOT NULL,
      case_id varchar NOT NULL,
      number integer NOT NULL,
      written_by varchar NOT NULL,
      login varchar,
      text text NOT NULL,
      word text,
      at varchar NOT NULL,
      outcome varchar,
      next_try_at varchar,
      CONSTRAINT "desk_lines_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "handoff_cases" (id) ON DELETE CASCADE)`,
    'CREATE UNIQUE INDEX desk_lines_in_order ON desk_lines (case_id, number)',
    'CREATE INDEX desk_lines_untold ON desk_lines (next_try_at) WHERE next_try_at IS NOT NULL',
    'CREATE TABLE desk_agents (login varchar PRIMARY KEY NOT NULL, seen_at varchar NOT NULL, paused_at varchar)',
    'CREATE INDEX desk_agents_by_seen ON desk_agents (seen_at)',
  ],
  down: [
    'DROP TABLE desk_agents',
    'DROP TABLE desk_lines',
    'DROP INDEX handoff_cases_by_agent',
    'DROP INDEX handoff_cases_to_look_at',
    'ALTER TABLE handoff_cases DROP COLUMN lines',
    'ALTER TABLE handoff_cases DROP COLUMN comes_first',
    'ALTER TABLE handoff_cases DROP COLUMN next_look_at',
    'ALTER TABLE handoff_cases DROP COLUMN waits_since',
    'ALTER TABLE handoff_cases DROP COLUMN agent',
    'ALTER TABLE handoff_cases DROP COLUMN reach',
  ],
});
const noteIndexes = indexMigration({
  name: 'BotHandoffNoteIndexes1764366030000',
  makes: { handoff_notes_in_order: 'CREATE INDEX handoff_notes_in_order ON handoff_notes (at, id)' },
  drops: { handoff_notes_at: 'CREATE INDEX handoff_notes_at ON handoff_notes (at)' },
});

/** Cases for human agents with what is written in them, who these are, and handoffs that are still to be told to the bank's audit trail. */
export const deskTables: readonly OwnedTable[] = [
  {
    rows: HandoffCaseRows,
    stays: 'a case waits until an agent has closed it, unless it was set aside',
    migrations: [caseIndexes, caseOrigins, deskLines],
    expiring: () =>
      expiringRows({
        kind: 'handoffCases',
        keptFor,
        rows: HandoffCaseRows,
        key: 'id',
        each: linesOfACase,
        due: (now) => [
          { closedAt: LessThan(ago(now, keptFor)) },
          { setAsideAt: LessThan(ago(now, keptFor)) },
        ],
      }),
  },
  { rows: DeskLineRows, goesWith: HandoffCaseRows },
  {
    rows: DeskAgentRows,
    expiring: () =>
      expiringRows({
        kind: 'deskAgents',
        keptFor,
        rows: DeskAgentRows,
        key: 'login',
        due: (now) => ({ seenAt: LessThan(ago(now, keptFor)) }),
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
