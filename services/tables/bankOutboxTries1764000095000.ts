import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a message is tried next, how often it was, and since when it is given up. */
export class BankOutboxTries1764000095000 implements MigrationInterface {
  readonly name = 'BankOutboxTries1764000095000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox ADD COLUMN tries integer NOT NULL DEFAULT 0');
    await runner.query("ALTER TABLE outbox ADD COLUMN next_try_at text NOT NULL DEFAULT ''");
    await runner.query('ALTER TABLE outbox ADD COLUMN given_up_at text');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['tries', 'next_try_at', 'given_up_at']) {
      await runner.query(`ALTER TABLE outbox DROP COLUMN ${column}`);
    }
  }
}
