import { EntitySchema, type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import type { Instant } from '../../kit/time.ts';
import type { CaseId } from '../../services/contract/handoff.ts';

/** A case for a human agent; `packet` is its JSON, without any secret. `closedAt` is null while it waits. */
export type HandoffCaseRow = {
  id: CaseId;
  conversation: string;
  packet: string;
  openedAt: Instant;
  closedAt: Instant | null;
};

export const HandoffCaseRows = new EntitySchema<HandoffCaseRow>({
  name: 'handoff_cases',
  columns: {
    id: { type: 'varchar', primary: true },
    conversation: { type: 'varchar' },
    packet: { type: 'text' },
    openedAt: { name: 'opened_at', type: 'varchar' },
    closedAt: { name: 'closed_at', type: 'varchar', nullable: true },
  },
  indices: [{ name: 'handoff_cases_by_conversation', columns: ['conversation'] }],
});

export class HandoffCases1764000060000 implements MigrationInterface {
  readonly name = 'HandoffCases1764000060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'handoff_cases',
        columns: [
          { name: 'id', type: 'varchar', isPrimary: true },
          { name: 'conversation', type: 'varchar' },
          { name: 'packet', type: 'text' },
          { name: 'opened_at', type: 'varchar' },
          { name: 'closed_at', type: 'varchar', isNullable: true },
        ],
        indices: [{ name: 'handoff_cases_by_conversation', columnNames: ['conversation'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('handoff_cases');
  }
}
