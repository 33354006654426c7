import { keyFingerprintRows } from '../../kit/store/keyFingerprints.ts';

/** The keys that the bank's side of a database rests on. */
export const BankKeyFingerprints = keyFingerprintRows('bank_key_fingerprints');
