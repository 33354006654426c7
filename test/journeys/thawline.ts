import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { type Answer, DirectLineClient } from '../bot/channels/directLine/directLineClient.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const repository = resolve(import.meta.dirname, '../..');

/** What `npm run cards -- list --json` prints of a card. */
export type ListedCard = {
  card: string;
  last4: string;
  status: string;
  freezeReasons: string[];
  remoteUnfreezingLockedUntil: string | null;
};

/** How a process ended, and all that it said. */
export type Ended = { code: number | null; out: string; err: string };

type Settings = Record<string, string>;

/** Thawline as an operator runs it: real processes, with a folder for what they keep. */
export class Thawline extends DirectLineClient {
  readonly folder: string;
  /** What every process so far has logged. */
  log = '';
  /** What every answer to a call so far held. */
  answered = '';
  #url = '';
  #service: ChildProcess | undefined;
  readonly #removeFolder: () => void;

  readonly #settings: Settings;

  private constructor(settings: Settings) {
    super();
    this.#settings = settings;
    const { path, remove } = temporaryFolder();
    this.folder = path;
    this.#removeFolder = remove;
  }

  /** A folder in which nothing runs yet. @param settings of every process that is started in it */
  static installed(settings: Settings = {}): Thawline {
    return new Thawline(settings);
  }

  /** Running, with the demo bank. */
  static async started(settings: Settings = {}): Promise<Thawline> {
    const thawline = new Thawline(settings);
    await thawline.up();
    return thawline;
  }

  override get url(): string {
    return this.#url;
  }

  override async call(...request: Parameters<DirectLineClient['call']>): Promise<Answer> {
    const answer = await super.call(...request);
    this.answered += JSON.stringify([[...answer.headers], answer.body]);
    return answer;
  }

  get #port(): string {
    return this.#url === '' ? '0' : new URL(this.#url).port;
  }

  /** Starts the service, on the port that it had before, and waits until it says that it is ready. */
  async up(settings: Settings = {}): Promise<void> {
    const service = this.#spawn('bot/main.ts', [], { PORT: this.#port, LOG_LEVEL: 'trace', ...settings });
    this.#service = service;
    const closed = once(service, 'close');
    service.stderr?.on('data', (text) => {
      this.log += text;
    });
    let said = '';
    for await (const text of service.stdout ?? []) {
      said += text;
      const ready = /^Thawline is ready\. Chat: (\S+)\/\n/.exec(said);
      if (ready?.[1]) {
        this.#url = ready[1];
        // A `for await` that is left closes the stream, and the next line written would end the service.
        service.stdout?.resume();
        return;
      }
    }
    const [code] = await closed;
    throw new Error(`the service did not start (exit code ${code}):\n${this.log}`);
  }

  /** Ends the service as an operator does. @returns its exit code */
  async down(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  /** Ends the service as a power failure does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Runs a program of the repository to its end. */
  async run(program: string, words: readonly string[] = [], settings: Settings = {}): Promise<Ended> {
    const child = this.#spawn(program, words, settings);
    const ended: Ended = { code: null, out: '', err: '' };
    child.stdout?.on('data', (text) => {
      ended.out += text;
    });
    child.stderr?.on('data', (text) => {
      ended.err += text;
    });
    [ended.code] = await once(child, 'close');
    return ended;
  }

  /** The cards as the operator's command lists them, by their last four digits. */
  async cards(): Promise<Record<string, ListedCard>> {
    const { code, out, err } = await this.run('services/cardSystem/cards.ts', ['list', '--json']);
    if (code !== 0) throw new Error(err);
    const listed = JSON.parse(out) as ListedCard[];
    return Object.fromEntries(listed.map((card) => [card.last4, card]));
  }

  async close(): Promise<void> {
    await this.kill();
    this.#removeFolder();
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const service = this.#service;
    if (!service || service.exitCode !== null || service.signalCode !== null) return null;
    const exit = once(service, 'exit');
    service.kill(signal);
    const [code] = await exit;
    return code;
  }

  /** In the folder, so that neither settings nor data of the repository's own count. */
  #spawn(program: string, words: readonly string[], settings: Settings): ChildProcess {
    const { PATH = '', HOME = '' } = process.env;
    return spawn(process.execPath, [join(repository, program), ...words], {
      cwd: this.folder,
      env: { PATH, HOME, ...this.#settings, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
}
