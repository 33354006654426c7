import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The unfreezings that their customers can disown. */
export class BankDisownments1764000120000 implements MigrationInterface {
  readonly name = 'BankDisownments1764000120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE disownable_unfreezings (
      id varchar PRIMARY KEY,
      card text NOT NULL,
      last_four text NOT NULL,
      phone_index text NOT NULL,
      unfrozen_at text NOT NULL,
      disowned_at text,
      frozen_at text)`);
    await runner.query(
      'CREATE INDEX disownable_unfreezings_phone ON disownable_unfreezings (phone_index, unfrozen_at)',
    );
    await runner.query(
      'CREATE INDEX disownable_unfreezings_unfrozen ON disownable_unfreezings (unfrozen_at)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE disownable_unfreezings');
  }
}
