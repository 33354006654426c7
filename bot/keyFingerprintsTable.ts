import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createKeyFingerprints, keyFingerprintRows } from '../kit/store/keyFingerprints.ts';

/** The keys that the bot's side of a database rests on. */
export const BotKeyFingerprintRows = keyFingerprintRows('bot_key_fingerprints');

export class KeyFingerprints1764000171000 implements MigrationInterface {
  readonly name = 'KeyFingerprints1764000171000';

  up(runner: QueryRunner): Promise<void> {
    return createKeyFingerprints(runner, 'bot_key_fingerprints');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bot_key_fingerprints');
  }
}
