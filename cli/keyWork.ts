import type { Clock } from '../kit/time.ts';
import { Audit, type AuditAction, type AuditDetails } from '../services/audit/audit.ts';
import type { BankSettings } from '../services/bankSettings.ts';
import { type Installation, openInstallation, presentIn } from '../services/installation/openInstallation.ts';
import { keyedBank } from '../services/keyedBank.ts';
import { KeyRing } from '../services/security/keyRing.ts';

type Work = {
  action: AuditAction;
  details: AuditDetails;
  does: (keyRing: KeyRing) => void;
  /** What follows in the database. */
  afterwards?: (installation: Installation) => Promise<void>;
};

/**
 * Changes the key file and writes the entry of it in one transaction: a change that fails has no entry. Where there is no
 * database of the bank's side yet there is no trail either.
 */
export async function keyWork(
  { settings, clock }: { settings: BankSettings; clock: Clock },
  { action, details, does, afterwards }: Work,
): Promise<void> {
  const schemas = await presentIn(settings.databaseUrl, [keyedBank]);
  if (schemas.length === 0) return does(KeyRing.open(settings.keysFile, { ...settings, clock }));
  const installation = await openInstallation({ settings, clock, schemas });
  const { store, keyRing, databaseKeys } = installation;
  try {
    await store.transaction([], async (manager) => {
      await new Audit(keyRing).write(manager, clock(), action, details);
      does(keyRing);
    });
    // The database records a new key once the file holds it, never before.
    await databaseKeys.settle();
    await afterwards?.(installation);
  } finally {
    await store.close();
  }
}
