import { EntitySchema, type MigrationInterface, type QueryRunner } from 'typeorm';
import type { Instant } from '../../kit/time.ts';

/** A handoff that is still to be told to the bank's audit trail; `handoff` is its JSON. */
export type HandoffNoteRow = { id: string; handoff: string; at: Instant };

export const HandoffNoteRows = new EntitySchema<HandoffNoteRow>({
  name: 'handoff_notes',
  columns: {
    id: { type: 'varchar', primary: true },
    handoff: { type: 'text' },
    at: { type: 'varchar' },
  },
  indices: [{ name: 'handoff_notes_at', columns: ['at'] }],
});

export class HandoffCasesNotes1764000121000 implements MigrationInterface {
  readonly name = 'HandoffCasesNotes1764000121000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE handoff_notes (id varchar PRIMARY KEY NOT NULL, handoff text NOT NULL, at varchar NOT NULL)',
    );
    await runner.query('CREATE INDEX handoff_notes_at ON handoff_notes (at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE handoff_notes');
  }
}
