import { bankSchema } from '../bankSchema.ts';
import { BankKeyFingerprints } from '../tables/bankKeyFingerprint.ts';
import { bankTraces } from './bankTraces.ts';
import type { KeyedSchema } from './keyedSchema.ts';
import { keysThatNothingFits } from './keyTraces.ts';

/** The bank's side in a database: what is sealed (password verifiers too), looked up, referred to and audited there. */
export const keyedBank: KeyedSchema = {
  schema: bankSchema,
  keys: ['fieldKeys', 'indexKey', 'cardReferenceKey', 'auditKey'],
  fingerprints: BankKeyFingerprints,
  notWrittenWith: async (manager, keyRing) => keysThatNothingFits(await bankTraces(manager, keyRing)),
};
