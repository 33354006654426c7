import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links to the secure form, and messages that hold a sealed token and are worth nothing after a moment. */
export class BankSecureLinks1764000100000 implements MigrationInterface {
  readonly name = 'BankSecureLinks1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE secure_links (
      id varchar PRIMARY KEY,
      token_hash text NOT NULL UNIQUE,
      authentication_request text NOT NULL,
      card text NOT NULL,
      last_four text NOT NULL,
      customer text NOT NULL,
      language text NOT NULL,
      channel text NOT NULL,
      asked_at text NOT NULL,
      counted_at text NOT NULL,
      expires_at text NOT NULL)`);
    for (const column of ['card', 'customer', 'expires_at']) {
      await runner.query(`CREATE INDEX secure_links_${column} ON secure_links (${column})`);
    }
    await runner.query('ALTER TABLE outbox ADD COLUMN token_sealed text');
    await runner.query('ALTER TABLE outbox ADD COLUMN expires_at text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox DROP COLUMN expires_at');
    await runner.query('ALTER TABLE outbox DROP COLUMN token_sealed');
    await runner.query('DROP TABLE secure_links');
  }
}
