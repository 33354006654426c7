import { EntitySchema, type MigrationInterface, type QueryRunner } from 'typeorm';
import type { Instant } from '../../kit/time.ts';

/**
 * An activity that had its turn; `id` is a hash of its channel, conversation and own id, `answer` what the channel was
 * answered, if it was anything.
 */
export type HandledActivityRow = { id: string; handledAt: Instant; answer: string | null };

export const HandledActivityRows = new EntitySchema<HandledActivityRow>({
  name: 'handled_activities',
  columns: {
    id: { type: 'varchar', primary: true },
    handledAt: { name: 'handled_at', type: 'varchar' },
    answer: { type: 'text', nullable: true },
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

/** The same answer for a channel that reads one from the response, such as TwiML. */
export class HandledActivitiesAnswered1764000131000 implements MigrationInterface {
  readonly name = 'HandledActivitiesAnswered1764000131000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE handled_activities ADD COLUMN answer text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE handled_activities DROP COLUMN answer');
  }
}
