import type { BankTable } from '../security/sealedTable.ts';
import { BankKeyFingerprints } from '../tables/bankKeyFingerprint.ts';

/** The keys that the bank's side of a database rests on. */
export const keyTables: readonly BankTable[] = [
  { rows: BankKeyFingerprints, stays: 'a database knows its keys for as long as it lives' },
];
