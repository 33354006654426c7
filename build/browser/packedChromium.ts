import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import packed from '@sparticuz/chromium';
import { fontsConfiguration } from './fonts.ts';

const run = promisify(execFile);

/** How a Chromium is started: the program, what it is told, and its environment. */
export type Startable = { program: string; options: readonly string[]; environment: NodeJS.ProcessEnv };

/**
 * Left out of the packed Chromium's own arguments: one process for all, which dies with the first context, and
 * everything that takes a wall down which a test wants to see standing.
 */
const leftOut =
  /single-process|no-zygote|web-security|site-isolation|allow-running-insecure|disable-features|headless|no-sandbox|setuid/;

/** The Chromium that comes with the packages for development, and with fonts for every language of the pages. */
export async function packedChromium(environment: NodeJS.ProcessEnv): Promise<Startable> {
  return {
    program: await unpacked(environment),
    options: packed.args.filter((option) => !leftOut.test(option)),
    environment: { ...environment, FONTCONFIG_FILE: fontsConfiguration() },
  };
}

/** Unpacked once a machine and version, beside and then renamed: several processes may start side by side. */
async function unpacked(environment: NodeJS.ProcessEnv): Promise<string> {
  const source = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../../bin');
  const { size, mtimeMs } = statSync(join(source, 'chromium.br'));
  const mark = createHash('sha256').update(`${source} ${size} ${mtimeMs}`).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `thawline-chromium-${userInfo().uid}-${mark}`);
  if (!existsSync(folder)) {
    const beside = mkdtempSync(join(tmpdir(), 'thawline-unpacking-'));
    await unpackInto(beside, environment);
    try {
      renameSync(beside, folder);
    } catch {
      // Another process was first.
      rmSync(beside, { recursive: true, force: true });
    }
  }
  return join(folder, 'chromium');
}

/**
 * The package unpacks into the temporary folder and knows no other. In a process of its own: whoever asks for a
 * temporary folder in this one meanwhile would get it in a folder that is just going away.
 */
async function unpackInto(folder: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const unpack = "import('@sparticuz/chromium').then(({ default: packed }) => packed.executablePath())";
  await run(process.execPath, ['--eval', unpack], {
    cwd: import.meta.dirname,
    env: { ...environment, TMPDIR: folder },
  });
}
