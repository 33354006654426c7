import { type Bank, createBank } from './bank.ts';
import {
  type BankSettings,
  bankSettings,
  bankSettingsShape,
  openStore,
  readSettings,
} from './bankSettings.ts';
import type { Clock } from './contract/time.ts';
import { KeyRing } from './security/keyRing.ts';
import { bankSchema } from './store/bankSchema.ts';
import type { Store } from './store/store.ts';

/** What an operator's command works with, beside whatever service runs. */
export type OpenBank = Bank & { store: Store; keyRing: KeyRing; clock: Clock; settings: BankSettings };

/**
 * Opens the bank's side for one command, and closes it again.
 * @throws UnfreezeError `settingsInvalid`, `keysUnusable`, `storeUnavailable`
 */
export async function withBank<Result>(
  environment: NodeJS.ProcessEnv,
  clock: Clock,
  work: (bank: OpenBank) => Promise<Result>,
): Promise<Result> {
  const settings = bankSettings(readSettings(bankSettingsShape, environment));
  const keyRing = KeyRing.open(settings.keysFile, { clock, production: settings.production });
  const store = await openStore(settings.databaseUrl, [bankSchema]);
  try {
    return await work({
      ...createBank({ store, keyRing, clock, retention: settings.retention }),
      store,
      keyRing,
      clock,
      settings,
    });
  } finally {
    await store.close();
  }
}
