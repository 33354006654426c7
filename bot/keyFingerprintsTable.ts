import type { OwnedTable } from '../kit/retention/ownedTable.ts';
import { keyFingerprintRows } from '../kit/store/keyFingerprints.ts';

/** The fingerprints of the keys that the bot's side of a database depends on. */
export const BotKeyFingerprintRows = keyFingerprintRows('bot_key_fingerprints');

export const botKeyTables: readonly OwnedTable[] = [
  { rows: BotKeyFingerprintRows, stays: 'a database knows its keys for as long as it lives' },
];
