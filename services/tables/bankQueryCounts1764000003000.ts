import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BankQueryCounts1764000003000 implements MigrationInterface {
  readonly name = 'BankQueryCounts1764000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE query_counts (
      subject varchar PRIMARY KEY,
      since text NOT NULL,
      count integer NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE query_counts');
  }
}
