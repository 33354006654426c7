import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createKeyFingerprints } from '../../kit/store/keyFingerprints.ts';

/** The keys that the bank's side of the database rests on. */
export class BankKeyFingerprints1764000170000 implements MigrationInterface {
  readonly name = 'BankKeyFingerprints1764000170000';

  up(runner: QueryRunner): Promise<void> {
    return createKeyFingerprints(runner, 'bank_key_fingerprints');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bank_key_fingerprints');
  }
}
