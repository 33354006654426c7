import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import packed from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import { fontsConfiguration } from './fonts.ts';

const run = promisify(execFile);

/** Nothing of a browser's own errands on the network, and no process that another one's end takes with it. */
const own = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--disable-dev-shm-usage',
];

/**
 * Left out of the packed Chromium's own arguments: one process for all, which dies with the first context, and
 * everything that takes a wall down which a test wants to see standing.
 */
const leftOut =
  /single-process|no-zygote|web-security|site-isolation|allow-running-insecure|disable-features|headless|no-sandbox|setuid/;

/** A headless Chromium: the one that `CHROME_PATH` names, or the one that came with the packages. */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env.CHROME_PATH;
  const isRoot = userInfo().uid === 0;
  return chromium.launch({
    executablePath: named ?? (await unpacked()),
    headless: true,
    chromiumSandbox: named !== undefined && !isRoot,
    args: [...(named ? [] : packed.args.filter((argument) => !leftOut.test(argument))), ...own],
    env: { ...(process.env as Record<string, string>), FONTCONFIG_FILE: fontsConfiguration() },
  });
}

/** Unpacked once a machine and version, beside and then renamed: test files start side by side. */
async function unpacked(): Promise<string> {
  const source = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../../bin');
  const { size, mtimeMs } = statSync(join(source, 'chromium.br'));
  const mark = createHash('sha256').update(`${source} ${size} ${mtimeMs}`).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `thawline-chromium-${userInfo().uid}-${mark}`);
  if (!existsSync(folder)) {
    const beside = mkdtempSync(join(tmpdir(), 'thawline-unpacking-'));
    await unpackInto(beside);
    try {
      renameSync(beside, folder);
    } catch {
      // Another test file was first.
      rmSync(beside, { recursive: true, force: true });
    }
  }
  return join(folder, 'chromium');
}

/**
 * The package unpacks into the temporary folder and knows no other. In a process of its own: whoever asks for a
 * temporary folder in this one meanwhile would get it in a folder that is just going away.
 */
async function unpackInto(folder: string): Promise<void> {
  const unpack = "import('@sparticuz/chromium').then(({ default: packed }) => packed.executablePath())";
  await run(process.execPath, ['--eval', unpack], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: folder },
  });
}
