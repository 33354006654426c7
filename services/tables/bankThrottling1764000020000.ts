import type { MigrationInterface, QueryRunner } from 'typeorm';

const indexes = ['card', 'customer', 'user_terminal', 'network', 'at'];

/** Failures one by one, so that every rule of throttling looks at the same ones, and the time that they are held against. */
export class BankThrottling1764000020000 implements MigrationInterface {
  readonly name = 'BankThrottling1764000020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE failed_attempts (
      authentication_request varchar NOT NULL,
      attempt integer NOT NULL,
      card text NOT NULL,
      customer text NOT NULL,
      channel text NOT NULL,
      user_terminal text,
      network text,
      at text NOT NULL,
      ended_request_at text,
      PRIMARY KEY (authentication_request, attempt))`);
    for (const column of indexes) {
      await runner.query(`CREATE INDEX failed_attempts_${column} ON failed_attempts (${column})`);
    }
    await runner.query(`CREATE TABLE steady_moments (
      id integer PRIMARY KEY,
      steady text NOT NULL,
      wall text NOT NULL)`);
    await runner.query('DROP TABLE throttles');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE throttles (
      subject varchar PRIMARY KEY,
      in_a_row integer NOT NULL,
      failed_at text NOT NULL,
      locked_until text,
      needs_release boolean NOT NULL)`);
    await runner.query('DROP TABLE steady_moments');
    await runner.query('DROP TABLE failed_attempts');
  }
}
