import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { withBank } from '../../cli/withBank.ts';
import { CardLookup, type ListedCard } from '../../services/cardSystem/cardLookup.ts';
import { type Answer, DirectLineClient } from '../bot/channels/directLine/directLineClient.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { ServiceProcess, type Settings, spawnIn } from './serviceProcess.ts';

const ThreadTexts = z.object({ messages: z.array(z.object({ text: z.string() })) });

/** How a process ended, and all that it said. */
export type Ended = { code: number | null; out: string; err: string };

const PROCESSOR_TOKEN = 'only-for-tests-and-long-enough-for-it';

/** What each of two processes is given for the link between them. */
type Link = { bot: Settings; processor: Settings };

const byToken: Link = { bot: { PROCESSOR_TOKEN }, processor: { PROCESSOR_TOKEN } };

/**
 * The processes of a layout: how many there are, what the test loads into that of the bank's side, and how the two are
 * linked.
 */
type Layout = { isSplit?: boolean; preload?: string | undefined; link?: Partial<Link> };

/** Thawline as an operator runs it: real processes, with a folder for what they keep. */
export class Thawline extends DirectLineClient {
  readonly folder: string;
  /** What every answer to a call so far held. */
  answered = '';
  /** The bank's side, where it runs in a process of its own. */
  readonly processor: ServiceProcess | undefined;
  /** The process that the bot runs in. */
  readonly bot: ServiceProcess;
  readonly #settings: Settings;
  readonly #link: Link;
  readonly #removeFolder: () => void;

  private constructor(settings: Settings, { isSplit = false, preload, link = {} }: Layout) {
    super();
    const { path, remove } = temporaryFolder();
    this.folder = path;
    this.#settings = settings;
    this.#link = { ...byToken, ...link };
    this.#removeFolder = remove;
    const ready = /^Thawline is ready\. Chat: (\S+)\/(?: Telephone: \S+)?\n/;
    this.bot = new ServiceProcess({
      folder: path,
      program: 'bot/start.ts',
      ready,
      preload: isSplit ? undefined : preload,
    });
    if (!isSplit) return;
    const folder = join(path, 'bank');
    mkdirSync(folder);
    this.processor = new ServiceProcess({
      folder,
      program: 'services/start.ts',
      ready: /^Thawline's processor is ready: (\S+)\n/,
      preload,
    });
  }

  /** A folder in which nothing runs yet. @param settings of every process that is started in it */
  static installed(settings: Settings = {}): Thawline {
    return new Thawline(settings, {});
  }

  /** Running, with the demo bank. @param layout `preload` is a module of the tests that runs first where the bank's side runs */
  static async started(
    settings: Settings = {},
    { preload }: Pick<Layout, 'preload'> = {},
  ): Promise<Thawline> {
    const thawline = new Thawline(settings, { preload });
    await thawline.up();
    return thawline;
  }

  /** Running as two processes. @param settings of the bank's side alone, like what `layout` preloads */
  static async startedApart(
    settings: Settings = {},
    layout: Omit<Layout, 'isSplit'> = {},
  ): Promise<Thawline> {
    const thawline = new Thawline(settings, { ...layout, isSplit: true });
    await thawline.up();
    return thawline;
  }

  /** The process that the bank's side runs in. */
  get bank(): ServiceProcess {
    return this.processor ?? this.bot;
  }

  /** Where the bank's side runs and keeps its keys. */
  get bankFolder(): string {
    return this.processor ? join(this.folder, 'bank') : this.folder;
  }

  override get url(): string {
    return this.bot.url;
  }

  /** What every process so far has logged. */
  get log(): string {
    return this.bot.log + (this.processor?.log ?? '');
  }

  /** What every process so far has logged as an error. */
  get failures(): string {
    const lines = this.log.split('\n').filter((line) => /"level":[56]0/.test(line));
    return lines.join('\n') || 'no error was logged';
  }

  override async call(...request: Parameters<DirectLineClient['call']>): Promise<Answer> {
    const answer = await super.call(...request);
    this.answered += JSON.stringify([[...answer.headers], answer.body]);
    return answer;
  }

  /** The address of the newest link that came to a telephone of the demo bank's, once it is there. */
  async newestLink(number: string): Promise<string> {
    for (;;) {
      const body = { number, app: 'sms', after: 0 };
      const { body: view } = await this.call('POST', '/phone/messages/look', { body });
      const links = ThreadTexts.parse(view).messages.flatMap(
        ({ text }) => /http\S+\/s\/[\w-]+/.exec(text) ?? [],
      );
      const newest = links.at(-1);
      if (newest !== undefined) return newest;
    }
  }

  /** Starts what there is to start, each on the port that it had before, and waits until it is ready. */
  async up(settings: Settings = {}): Promise<void> {
    await this.processorUp(settings);
    await this.botUp(settings);
  }

  async botUp(settings: Settings = {}): Promise<void> {
    const { processor } = this;
    const apart = processor ? { PROCESSOR_URL: processor.url, ...this.#link.bot } : this.#settings;
    await this.bot.up({ PORT: this.bot.port, ...apart, ...settings });
  }

  async processorUp(settings: Settings = {}): Promise<void> {
    const own = {
      PROCESSOR_PORT: this.processor?.port ?? '',
      SECURE_FORM_PORT: '0',
      ...this.#link.processor,
    };
    await this.processor?.up({ ...own, ...this.#settings, ...settings });
  }

  /** Ends the service as an operator does. @returns its exit code */
  async down(): Promise<number | null> {
    await this.processor?.end('SIGTERM');
    return this.bot.end('SIGTERM');
  }

  /** Ends the service as a power failure does. */
  async kill(): Promise<void> {
    await Promise.all([this.bot.end('SIGKILL'), this.processor?.end('SIGKILL')]);
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

  /** The cards as the operator's command lists them, by their last four digits; without a process for each look. */
  async cards(): Promise<Record<string, ListedCard>> {
    const environment = { DATA_DIR: join(this.bankFolder, 'data'), ...this.#settings };
    const listed = await withBank({ environment: () => environment, clock: () => new Date() }, async (bank) =>
      (await Array.fromAsync(new CardLookup(bank).pages())).flat(),
    );
    return Object.fromEntries(listed.map((card) => [card.last4, card]));
  }

  async close(): Promise<void> {
    await this.kill();
    this.#removeFolder();
  }
}
