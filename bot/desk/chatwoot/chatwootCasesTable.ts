import { EntitySchema } from 'typeorm';
import type { OwnedTable } from '../../../kit/retention/ownedTable.ts';
import { laterMigration } from '../../../kit/store/laterMigration.ts';
import type { Instant } from '../../../kit/time.ts';
import type { CaseId } from '../../../services/contract/handoff.ts';
import { HandoffCaseRows } from '../handoffCasesTable.ts';

/**
 * A case as Chatwoot has it.
 * - `conversation`: its number there, null until it was opened
 * - `brought`: the number of the last line that is there; `settled`: of the last line of which agents see how it ended
 * - `lastCommand`: the last message of an agent that was a command; each is done once
 * - `nextTryAt`: when somebody looks again, or the claim of who does; null once all of it is there and closed
 * - `assignee`: who had it there when that was last asked; `lookAt`: when it is asked for again
 */
export type ChatwootCaseRow = {
  case: CaseId;
  conversation: number | null;
  brought: number;
  settled: number;
  lastCommand: number;
  tries: number;
  nextTryAt: Instant | null;
  assignee: string | null;
  lookAt: Instant;
};

export const ChatwootCaseRows = new EntitySchema<ChatwootCaseRow>({
  name: 'chatwoot_cases',
  columns: {
    case: { name: 'case_id', type: 'varchar', primary: true },
    conversation: { type: 'integer', nullable: true },
    brought: { type: 'integer' },
    settled: { type: 'integer' },
    lastCommand: { name: 'last_command', type: 'integer' },
    tries: { type: 'integer' },
    nextTryAt: { name: 'next_try_at', type: 'varchar', nullable: true },
    assignee: { type: 'varchar', nullable: true },
    lookAt: { name: 'look_at', type: 'varchar' },
  },
  indices: [
    { name: 'chatwoot_cases_by_conversation', columns: ['conversation'] },
    { name: 'chatwoot_cases_to_bring', columns: ['nextTryAt'], where: 'next_try_at IS NOT NULL' },
  ],
  foreignKeys: [
    {
      target: 'handoff_cases',
      columnNames: ['case'],
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
    },
  ],
});

const chatwootCases = laterMigration({
  name: 'BotChatwootCases1796520000000',
  up: [
    `CREATE TABLE chatwoot_cases (
      case_id varchar PRIMARY KEY NOT NULL,
      conversation integer,
      brought integer NOT NULL,
      settled integer NOT NULL,
      last_command integer NOT NULL,
      tries integer NOT NULL,
      next_try_at varchar,
      assignee varchar,
      look_at varchar NOT NULL,
      CONSTRAINT "chatwoot_cases_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "handoff_cases" (id) ON DELETE CASCADE)`,
    'CREATE INDEX chatwoot_cases_by_conversation ON chatwoot_cases (conversation)',
    'CREATE INDEX chatwoot_cases_to_bring ON chatwoot_cases (next_try_at) WHERE next_try_at IS NOT NULL',
  ],
  down: ['DROP TABLE chatwoot_cases'],
});

/** Where the cases of the desk stand in Chatwoot. */
export const chatwootTables: readonly OwnedTable[] = [
  { rows: ChatwootCaseRows, goesWith: HandoffCaseRows, migrations: [chatwootCases] },
];
