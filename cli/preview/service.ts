import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { UnfreezeError } from '../../kit/errors.ts';

const root = resolve(import.meta.dirname, '../..');

/** A card of the demo bank that can be unfrozen, and what its customer gives for it. All of it is made up and public. */
export type CardToTry = { card: string; identityDocument: string; transactionPassword: string };

/** Thawline with its demo bank, in a process and a folder of its own, in the brand of a file. */
export class PreviewedService {
  readonly url: string;
  readonly cardToTry: CardToTry;
  readonly #child: ChildProcess;
  readonly #folder: string;

  /**
   * @param brandFile an absolute path
   * @param origin of the page that holds the chat in a frame
   * @param environment of which the service gets the places of programs and files, and no setting
   * @throws UnfreezeError `settingsInvalid`, where it does not start
   */
  static async started(
    brandFile: string,
    origin: string,
    environment: NodeJS.ProcessEnv,
  ): Promise<PreviewedService> {
    const folder = mkdtempSync(join(tmpdir(), 'thawline-preview-'));
    const { PATH, HOME, TMPDIR } = environment;
    const child = spawn(process.execPath, [join(root, 'bot/start.ts')], {
      cwd: folder,
      env: {
        ...{ PATH, HOME, TMPDIR, LOG_LEVEL: 'error' },
        ...{ DEMO: 'on', PORT: '0', BRAND_FILE: brandFile, WEBCHAT_ORIGINS: origin },
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      return new PreviewedService(child, folder, await ready(child));
    } catch (error) {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  private constructor(child: ChildProcess, folder: string, { url, cardToTry }: Ready) {
    this.#child = child;
    this.#folder = folder;
    this.url = url;
    this.cardToTry = cardToTry;
  }

  async close(): Promise<void> {
    const ended = once(this.#child, 'exit');
    if (this.#child.kill('SIGKILL')) await ended;
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

type Ready = { url: string; cardToTry: CardToTry };

const said =
  /^Thawline is ready\. Chat: (\S+)\/ .*\n.*my card (\d+) is frozen.*identity document (\w+), transaction password (\d+)/m;

function ready({ stdout, stderr }: ChildProcess): Promise<Ready> {
  let [out, err] = ['', ''];
  return new Promise((resolve, reject) => {
    stderr?.on('data', (text) => {
      err += text;
    });
    stdout?.on('data', (text) => {
      out += text;
      const [, url, card, identityDocument, transactionPassword] = said.exec(out) ?? [];
      if (url && card && identityDocument && transactionPassword)
        resolve({ url, cardToTry: { card, identityDocument, transactionPassword } });
    });
    stdout?.on('end', () =>
      reject(new UnfreezeError('settingsInvalid', `the service to be shown did not start:\n${err || out}`)),
    );
  });
}
