import { UnfreezeError } from '../kit/errors.ts';
import type { Store } from '../kit/store/store.ts';
import type { Clock } from '../kit/time.ts';
import { type Bank, createBank } from '../services/bank.ts';
import { bankSchema } from '../services/bankSchema.ts';
import {
  type BankSettings,
  bankSettings,
  bankSettingsShape,
  openStore,
  readSettings,
  reasonsAgainstCardSystem,
} from '../services/bankSettings.ts';
import { KeyRing } from '../services/security/keyRing.ts';

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
  const reasons = reasonsAgainstCardSystem(settings);
  if (reasons.length > 0) throw new UnfreezeError('settingsInvalid', reasons.join('\n'));
  const keyRing = KeyRing.open(settings.keysFile, { clock, production: settings.production });
  const store = await openStore(settings.databaseUrl, [bankSchema]);
  try {
    return await work({
      ...createBank({ store, keyRing, clock, ...settings }),
      store,
      keyRing,
      clock,
      settings,
    });
  } finally {
    await store.close();
  }
}
