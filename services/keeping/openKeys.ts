import { UnfreezeError } from '../../kit/errors.ts';
import type { WaitingForDatabase } from '../../kit/store/openStore.ts';
import { type Clock, seconds } from '../../kit/time.ts';
import { type KeyFileForm, plainForm } from '../security/keyFileForm.ts';
import { KeyRing } from '../security/keyRing.ts';
import { readKeyFile } from '../security/keyRingFile.ts';
import { keeperAt } from './keeperSettings.ts';
import type { KeyKeeper } from './keyKeeper.ts';
import type { TransitAddress } from './transitClient.ts';

export type KeySettings = {
  keysFile: string;
  production: boolean;
  keysTransit?: TransitAddress | undefined;
};

const pauseBetween = 2 * seconds;

/**
 * Opens the key file with the keeper that the settings name. @throws UnfreezeError as `KeyRing.open` and
 * `KeyKeeper.formOf` do
 */
export async function openKeyRing(settings: KeySettings, clock: Clock): Promise<KeyRing> {
  const { keysFile, production } = settings;
  const form = await formOfFile(keeperAt(settings.keysTransit), settings);
  return KeyRing.open(keysFile, { clock, production, form });
}

/**
 * The way to read the key file; where there is no file, the way to make one outside production.
 * @param waiting tries again while the keeper does not answer, since it may start later; otherwise the first failure is
 * thrown
 */
export async function formOfFile(
  keeper: KeyKeeper,
  { keysFile, production }: KeySettings,
  waiting?: WaitingForDatabase,
): Promise<KeyFileForm> {
  const deadline = waiting && waiting.ticks() + waiting.patience;
  for (;;) {
    const content = readKeyFile(keysFile);
    try {
      if (content !== undefined) return await keeper.formOf(keysFile, content);
      return production ? plainForm : await keeper.newForm();
    } catch (error) {
      const left = waiting && deadline !== undefined ? deadline - waiting.ticks() : 0;
      if (!waiting || left <= 0 || !isAway(error)) throw error;
      waiting.says(error.message);
      await waiting.pause(Math.min(pauseBetween, left));
    }
  }
}

function isAway(error: unknown): error is UnfreezeError {
  return error instanceof UnfreezeError && error.code === 'storeUnavailable';
}
