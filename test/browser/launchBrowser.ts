import { userInfo } from 'node:os';
import { type Browser, chromium } from 'playwright-core';
import { fontsConfiguration } from '../../build/browser/fonts.ts';
import { packedChromium } from '../../build/browser/packedChromium.ts';

/** Options that keep the browser from using the network by itself, and from dying with another process. */
const own = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--disable-dev-shm-usage',
];

/** A headless Chromium: the one that `CHROME_PATH` names, or the one that came with the packages. */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env.CHROME_PATH;
  const isRoot = userInfo().uid === 0;
  const { program, options, environment } = named
    ? {
        program: named,
        options: [],
        environment: { ...process.env, FONTCONFIG_FILE: fontsConfiguration() },
      }
    : await packedChromium(process.env);
  return chromium.launch({
    executablePath: program,
    headless: true,
    chromiumSandbox: named !== undefined && !isRoot,
    args: [...options, ...own],
    env: environment as Record<string, string>,
  });
}
