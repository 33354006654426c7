import { UnfreezeError } from '../kit/errors.ts';
import type { BankSettings } from '../services/bankSettings.ts';
import type { ByHand } from '../services/contract/byHand.ts';
import { presentIn } from '../services/installation/openInstallation.ts';
import { keeperAt } from '../services/keeping/keeperSettings.ts';
import { keyedBank } from '../services/keyedBank.ts';
import { isClosed, plainForm } from '../services/security/keyFileForm.ts';
import { KeyRing } from '../services/security/keyRing.ts';
import { readKeyFile } from '../services/security/keyRingFile.ts';
import { resultTexts } from './resultTexts.ts';
import type { Surroundings } from './surroundings.ts';
import { withBank } from './withBank.ts';

/**
 * Lets the transit service close the key file. The file is closed before the audit entry is written, because with a
 * transit service set, a database cannot be opened with a plain key file.
 */
export async function wrapKeys(
  around: Pick<Surroundings, 'environment' | 'clock'>,
  { keysFile, keysTransit, production, databaseUrl }: BankSettings,
  by: ByHand,
): Promise<string> {
  if (keysTransit === undefined)
    throw new UnfreezeError(
      'settingsInvalid',
      'KEYS_TRANSIT_URL: must name the transit service that is to close the key file',
    );
  const keeper = keeperAt(keysTransit);
  const content = readKeyFile(keysFile);
  const form = isClosed(content) ? await keeper.formOf(keysFile, content) : plainForm;
  const keyRing = KeyRing.open(keysFile, { clock: around.clock, production, form });
  keyRing.writeAs(await keeper.formAnew(keysFile, content));
  if ((await presentIn(databaseUrl, [keyedBank])).length > 0)
    await withBank(around, ({ store, audit, clock }) =>
      store.transaction([], (manager) => audit.write(manager, clock(), 'keysWrapped', by)),
    );
  return resultTexts.wrapped;
}
