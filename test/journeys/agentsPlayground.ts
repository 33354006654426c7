import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright-core';
import { temporaryFolder } from '../temporaryFolder.ts';

const cli = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')),
  'cli.js',
);

/** The Agents Playground, Microsoft's own client of the Bot Framework, as a person uses it in a browser. */
export class AgentsPlayground {
  readonly page: Page;
  readonly #child: ChildProcess;
  readonly #removeFolder: () => void;

  private constructor(page: Page, child: ChildProcess, removeFolder: () => void) {
    this.page = page;
    this.#child = child;
    this.#removeFolder = removeFolder;
  }

  /** @param endpoint the bot's `/api/messages` */
  static async open(endpoint: string, browser: Browser): Promise<AgentsPlayground> {
    const { path, remove } = temporaryFolder();
    const { PATH = '' } = process.env;
    const onLoopback = ['--import', join(import.meta.dirname, 'listensOnLoopback.ts')];
    const words = ['start', '-e', endpoint, '-c', 'msteams', '-p', '0', '--disable-telemetry', 'true'];
    const child = spawn(process.execPath, [...onLoopback, cli, ...words], {
      cwd: path,
      env: { PATH, HOME: path, TEAMSAPPTESTER_BROWSER: 'none' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [line] = await once(createInterface(child.stdout), 'line');
    const page = await browser.newPage();
    // Its page asks for fonts from elsewhere: nothing leaves this machine.
    await page.route(/^https?:\/\/(?!localhost[:/])/, (route) => route.abort());
    await page.goto(`http://localhost:${/\d+$/.exec(line)?.[0]}/`);
    return new AgentsPlayground(page, child, remove);
  }

  /** Types a message and sends it. */
  async say(words: string): Promise<void> {
    await this.page.locator('[data-lexical-editor]').click();
    await this.page.keyboard.type(words);
    await this.page.keyboard.press('Enter');
  }

  async presses(name: RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).last().click();
  }

  /** Fills in the newest card's masked field and sends it. */
  async fillsIn(label: RegExp, value: string): Promise<void> {
    const field = this.page.getByLabel(label).last();
    await field.fill(value);
    if ((await field.getAttribute('type')) !== 'password') throw new Error('the field is not masked');
    await this.presses(/Send securely/);
  }

  async hears(words: RegExp): Promise<void> {
    await this.page.getByText(words).last().waitFor();
  }

  async close(): Promise<void> {
    await this.page.close();
    const ended = once(this.#child, 'close');
    this.#child.kill();
    await ended;
    this.#removeFolder();
  }
}
