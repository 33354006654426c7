import { bankSchema } from './bankSchema.ts';
import { bankTraces } from './installation/bankTraces.ts';
import type { KeyedSchema } from './installation/keyedSchema.ts';
import { keysThatNothingFits } from './installation/keyTraces.ts';
import { BankKeyFingerprints } from './tables/bankKeyFingerprint.ts';

/** The bank's half of a database: its sealed columns (password verifiers too), indexes, references and audit trail. */
export const keyedBank: KeyedSchema = {
  schema: bankSchema,
  keys: ['fieldKeys', 'indexKey', 'cardReferenceKey', 'auditKey'],
  fingerprints: BankKeyFingerprints,
  notWrittenWith: async (manager, keyRing) => keysThatNothingFits(await bankTraces(manager, keyRing)),
};
