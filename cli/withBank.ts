import { UnfreezeError } from '../kit/errors.ts';
import { readSettings } from '../kit/readSettings.ts';
import type { Clock } from '../kit/time.ts';
import { type Bank, createBank } from '../services/bank.ts';
import { type BankSettings, bankSettings, bankSettingsShape } from '../services/bankSettings.ts';
import { reasonsAgainstCardSystem } from '../services/cardSystem/remote/cardSystemSettings.ts';
import { connectionTo } from '../services/cardSystem/remote/connection.ts';
import { reasonsAgainstDatabase } from '../services/databaseSettings.ts';
import { type Installation, openInstallation } from '../services/installation/openInstallation.ts';
import { keyedBank } from '../services/keyedBank.ts';
import type { Policy } from '../services/presetConditions/policy.ts';
import { readPolicy } from '../services/presetConditions/policyFile.ts';
import { WebhookTelling } from '../services/webhooks/webhookTelling.ts';
import type { Surroundings } from './surroundings.ts';

type Around = Pick<Surroundings, 'environment' | 'clock' | 'counting'>;

/** The opened bank's side, which an operator's command uses beside the running services. */
export type OpenBank = Bank & Installation & { clock: Clock; settings: BankSettings; policy: Policy };

/**
 * Opens the bank's side for one command and closes it again.
 * @throws UnfreezeError `settingsInvalid`, `keysUnusable`, `keysForeign`, `storeUnavailable`
 */
export async function withBank<Result>(
  { environment, clock, counting }: Around,
  work: (bank: OpenBank) => Promise<Result>,
): Promise<Result> {
  const settings = bankSettings(readSettings(bankSettingsShape, environment()));
  const reasons = [...reasonsAgainstCardSystem(settings), ...reasonsAgainstDatabase(settings)];
  if (reasons.length > 0) throw new UnfreezeError('settingsInvalid', reasons.join('\n'));
  // The policy is read because an unfreezing settled by hand names it in the audit trail.
  const policy = readPolicy(settings.presetConditionsFile);
  const cardSystemAt = settings.cardSystemAt && connectionTo(settings.cardSystemAt, { clock });
  const followers = settings.webhooksTo ? [new WebhookTelling()] : [];
  const installation = await openInstallation({ settings, clock, schemas: [keyedBank] });
  try {
    return await work({
      ...createBank({ ...installation, clock, policy, ...settings, cardSystemAt, followers, ...counting }),
      ...installation,
      clock,
      settings,
      policy,
    });
  } finally {
    await installation.store.close();
  }
}
