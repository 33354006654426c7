import type { MigrationInterface, QueryRunner } from 'typeorm';

const indexes: Record<string, string> = {
  frozen_card_records_expiry: 'frozen_card_records (expires_at)',
  authentication_requests_expiry: 'authentication_requests (expires_at)',
  query_counts_since: 'query_counts (since)',
};

/** What is due every minute is found without reading a whole table. */
export class BankRetention1764000040000 implements MigrationInterface {
  readonly name = 'BankRetention1764000040000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(indexes))
      await runner.query(`CREATE INDEX ${name} ON ${columns}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(indexes)) await runner.query(`DROP INDEX ${name}`);
  }
}
