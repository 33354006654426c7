import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TurnLeases1764000130000 implements MigrationInterface {
  readonly name = 'TurnLeases1764000130000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE turn_leases (conversation varchar PRIMARY KEY NOT NULL, holder varchar NOT NULL,
        expires_at varchar NOT NULL)`,
    );
    await runner.query('CREATE INDEX turn_leases_by_expiry ON turn_leases (expires_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE turn_leases');
  }
}
