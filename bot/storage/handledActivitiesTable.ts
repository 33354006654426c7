import { EntitySchema, type MigrationInterface, type QueryRunner } from 'typeorm';
import type { Instant } from '../../services/contract/time.ts';

/** An activity of the Bot Framework that had its turn; `id` is a hash of its channel, conversation and own id. */
export type HandledActivityRow = { id: string; handledAt: Instant };

export const HandledActivityRows = new EntitySchema<HandledActivityRow>({
  name: 'handled_activities',
  columns: {
    id: { type: 'varchar', primary: true },
    handledAt: { name: 'handled_at', type: 'varchar' },
  },
  indices: [{ name: 'handled_activities_at', columns: ['handledAt'] }],
});

export class HandledActivities1764000090000 implements MigrationInterface {
  readonly name = 'HandledActivities1764000090000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE handled_activities (id varchar PRIMARY KEY NOT NULL, handled_at varchar NOT NULL)',
    );
    await runner.query('CREATE INDEX handled_activities_at ON handled_activities (handled_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE handled_activities');
  }
}
