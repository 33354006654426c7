import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Startable } from '../../build/browser/packedChromium.ts';
import { UnfreezeError } from '../../kit/errors.ts';

/** The names under which systems have it. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const atHome = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/**
 * Finds a Chromium: the one that `CHROME_PATH` names, one of the system's, or the one of the packages for development.
 * @throws UnfreezeError `settingsInvalid`, with what to install
 */
export async function findChromium(
  environment: NodeJS.ProcessEnv,
  packed: (environment: NodeJS.ProcessEnv) => Promise<Startable | undefined> = ofThePackages,
): Promise<Startable> {
  const { CHROME_PATH, PATH = '' } = environment;
  const plain = (program: string): Startable => ({ program, options: [], environment });
  if (CHROME_PATH) {
    if (!existsSync(CHROME_PATH))
      throw new UnfreezeError('settingsInvalid', `CHROME_PATH: there is no ${CHROME_PATH}`);
    return plain(CHROME_PATH);
  }
  const unpacked = await packed(environment);
  if (unpacked) return unpacked;
  const places = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const program = [...places, ...atHome].find((place) => existsSync(place));
  if (program) return plain(program);
  throw new UnfreezeError(
    'settingsInvalid',
    'no Chromium was found to draw with: run `npm ci` with the packages for development, or install it (Debian: `apt-get install chromium`), or name one in CHROME_PATH',
  );
}

/** Undefined in production, where neither these packages nor `build/` are installed. */
async function ofThePackages(environment: NodeJS.ProcessEnv): Promise<Startable | undefined> {
  try {
    const { packedChromium } = await import('../../build/browser/packedChromium.ts');
    return await packedChromium(environment);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
