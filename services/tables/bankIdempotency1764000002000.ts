import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BankIdempotency1764000002000 implements MigrationInterface {
  readonly name = 'BankIdempotency1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE idempotent_requests (
      key varchar PRIMARY KEY,
      fingerprint text NOT NULL,
      answer text,
      refusal text,
      claimed_at text NOT NULL)`);
    await runner.query('CREATE INDEX idempotent_requests_claimed ON idempotent_requests (claimed_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotent_requests');
  }
}
