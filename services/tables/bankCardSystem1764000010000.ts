import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BankCardSystem1764000010000 implements MigrationInterface {
  readonly name = 'BankCardSystem1764000010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE claimed_unfreezings (
      id varchar PRIMARY KEY,
      authentication_request text NOT NULL,
      envelope_id text NOT NULL UNIQUE,
      card text NOT NULL,
      last_four text NOT NULL,
      card_version integer NOT NULL,
      freezes text NOT NULL,
      customer_id text NOT NULL,
      language text NOT NULL,
      reserved_version integer NOT NULL,
      channel text NOT NULL,
      claimed_at text NOT NULL,
      idempotency_key text,
      answer text,
      concluded_at text)`);
    // No second unfreezing of a card begins while nobody knows what became of the first.
    await runner.query(
      'CREATE UNIQUE INDEX claimed_unfreezings_open ON claimed_unfreezings (card) WHERE concluded_at IS NULL',
    );
    await runner.query('CREATE INDEX claimed_unfreezings_concluded ON claimed_unfreezings (concluded_at)');
    await runner.query(`CREATE TABLE counted_password_checks (
      id varchar PRIMARY KEY,
      counted_at text NOT NULL)`);
    await runner.query(
      'CREATE INDEX counted_password_checks_counted ON counted_password_checks (counted_at)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE counted_password_checks');
    await runner.query('DROP TABLE claimed_unfreezings');
  }
}
