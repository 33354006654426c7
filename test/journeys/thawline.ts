import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, DirectLineClient } from '../bot/channels/directLine/directLineClient.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { ServiceProcess, type Settings, spawnIn } from './serviceProcess.ts';

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

const PROCESSOR_TOKEN = 'only-for-tests-and-long-enough-for-it';

/** What each of two processes is given for the link between them. */
type Link = { bot: Settings; processor: Settings };

const byToken: Link = { bot: { PROCESSOR_TOKEN }, processor: { PROCESSOR_TOKEN } };

/** Thawline as an operator runs it: real processes, with a folder for what they keep. */
export class Thawline extends DirectLineClient {
  readonly folder: string;
  /** What every answer to a call so far held. */
  answered = '';
  /** The bank's side, where it runs in a process of its own. */
  readonly processor: ServiceProcess | undefined;
  readonly #bot: ServiceProcess;
  readonly #settings: Settings;
  readonly #link: Link;
  readonly #removeFolder: () => void;

  private constructor(settings: Settings, isSplit: boolean, link: Partial<Link> = {}) {
    super();
    const { path, remove } = temporaryFolder();
    this.folder = path;
    this.#settings = settings;
    this.#link = { ...byToken, ...link };
    this.#removeFolder = remove;
    const ready = /^Thawline is ready\. Chat: (\S+)\/\n/;
    this.#bot = new ServiceProcess({ folder: path, program: 'bot/main.ts', ready });
    if (!isSplit) return;
    const folder = join(path, 'bank');
    mkdirSync(folder);
    this.processor = new ServiceProcess({
      folder,
      program: 'services/main.ts',
      ready: /^Thawline's processor is ready: (\S+)\n/,
    });
  }

  /** A folder in which nothing runs yet. @param settings of every process that is started in it */
  static installed(settings: Settings = {}): Thawline {
    return new Thawline(settings, false);
  }

  /** Running, with the demo bank. */
  static async started(settings: Settings = {}): Promise<Thawline> {
    const thawline = new Thawline(settings, false);
    await thawline.up();
    return thawline;
  }

  /** Running as two processes. @param settings of the bank's side alone @param link of each for the link between them */
  static async startedApart(settings: Settings = {}, link: Partial<Link> = {}): Promise<Thawline> {
    const thawline = new Thawline(settings, true, link);
    await thawline.up();
    return thawline;
  }

  /** Where the bank's side runs and keeps its keys. */
  get bankFolder(): string {
    return this.processor ? join(this.folder, 'bank') : this.folder;
  }

  override get url(): string {
    return this.#bot.url;
  }

  /** What every process so far has logged. */
  get log(): string {
    return this.#bot.log + (this.processor?.log ?? '');
  }

  override async call(...request: Parameters<DirectLineClient['call']>): Promise<Answer> {
    const answer = await super.call(...request);
    this.answered += JSON.stringify([[...answer.headers], answer.body]);
    return answer;
  }

  /** Starts what there is to start, each on the port that it had before, and waits until it is ready. */
  async up(settings: Settings = {}): Promise<void> {
    await this.processorUp();
    const { processor } = this;
    const apart = processor ? { PROCESSOR_URL: processor.url, ...this.#link.bot } : this.#settings;
    await this.#bot.up({ PORT: this.#bot.port, ...apart, ...settings });
  }

  async processorUp(): Promise<void> {
    const own = { PROCESSOR_PORT: this.processor?.port ?? '', ...this.#link.processor };
    await this.processor?.up({ ...own, ...this.#settings });
  }

  /** Ends the service as an operator does. @returns its exit code */
  async down(): Promise<number | null> {
    await this.processor?.end('SIGTERM');
    return this.#bot.end('SIGTERM');
  }

  /** Ends the service as a power failure does. */
  async kill(): Promise<void> {
    await Promise.all([this.#bot.end('SIGKILL'), this.processor?.end('SIGKILL')]);
  }

  /** Runs a program of the repository to its end, where the bank's side runs. */
  async run(program: string, words: readonly string[] = [], settings: Settings = {}): Promise<Ended> {
    const child = spawnIn(this.bankFolder, program, words, { ...this.#settings, ...settings });
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
}
