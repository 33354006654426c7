import { UnfreezeError } from '../kit/errors.ts';
import { readSettings } from '../kit/readSettings.ts';
import { Audit, type AuditEvent } from '../services/audit/audit.ts';
import { bankSettings, bankSettingsShape } from '../services/bankSettings.ts';
import { openInstallation, presentIn } from '../services/installation/openInstallation.ts';
import { keyedBank } from '../services/keyedBank.ts';
import { byHand } from './operator.ts';
import type { Surroundings } from './surroundings.ts';

type Act = AuditEvent & { reason?: string | undefined };

/**
 * Writes an operator's work on the tables into the audit trail. Somebody who makes tables may have no key file, and the
 * bot's own database has no trail; then a message says that nothing was written. It never rejects for that.
 */
export async function noteInTrail(
  {
    environment,
    clock,
    operator,
    terminal,
  }: Pick<Surroundings, 'environment' | 'clock' | 'operator' | 'terminal'>,
  { action, details, reason }: Act,
): Promise<void> {
  const by = byHand(operator, { reason });
  try {
    const settings = bankSettings(readSettings(bankSettingsShape, environment()));
    const schemas = await presentIn(settings.databaseUrl, [keyedBank]);
    if (schemas.length === 0) return;
    const { store, keyRing } = await openInstallation({ settings, clock, schemas });
    try {
      const audit = new Audit(keyRing);
      await store.transaction([], (manager) => audit.write(manager, clock(), action, { ...details, ...by }));
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof UnfreezeError)) throw error;
    terminal.err(`not in the audit trail: ${error.message}\n`);
  }
}
