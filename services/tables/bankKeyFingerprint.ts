import { keyFingerprintRows } from '../../kit/store/keyFingerprints.ts';

/** The fingerprints of the keys that the bank's side of a database depends on. */
export const BankKeyFingerprints = keyFingerprintRows('bank_key_fingerprints');
