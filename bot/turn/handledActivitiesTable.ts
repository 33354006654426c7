import type { MigrationInterface, QueryRunner } from 'typeorm';

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
