import { join } from 'node:path';
import pino from 'pino';
import { botSchema } from '../../../bot/botSchema.ts';
import { HandoffQueue } from '../../../bot/desk/handoffQueue.ts';
import { BotReadings } from '../../../bot/events/readings.ts';
import { demoPeople } from '../../../demo/people.ts';
import { HttpServer } from '../../../kit/http/httpServer.ts';
import { openAnchoring } from '../../../services/audit/openAnchoring.ts';
import type { ConversationReadings } from '../../../services/contract/conversationsRead.ts';
import { openOperatorPage } from '../../../services/openOperatorPage.ts';
import type { WebhookAddress } from '../../../services/webhooks/webhookSettings.ts';
import { testPages } from '../../browser/testPages.ts';
import type { EmptyDatabase } from '../../databases/emptyDatabase.ts';
import { HandBrowser } from '../../kit/login/handBrowser.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { openTestBank, type TestBank } from '../testBank.ts';

type Options = {
  fourEyes?: boolean;
  webhooksTo?: WebhookAddress;
  conversations?: ConversationReadings;
};

/** The operator's page over HTTP on loopback, with the demo bank behind it and the bot's tables beside. */
export class OperatorService {
  readonly bank: TestBank;
  url = '';
  readonly #server: HttpServer;
  readonly #folder = temporaryFolder();

  static async open(
    empty: () => Promise<EmptyDatabase>,
    { tellsEvents = false, ...options }: Options & { tellsEvents?: boolean } = {},
  ): Promise<OperatorService> {
    const bank = await openTestBank({ empty, beside: [botSchema], tellsEvents });
    return OperatorService.of(bank, {
      ...options,
      conversations: new BotReadings({ ...bank, keepsMissed: true }),
    });
  }

  /** Of a bank that is open already: `leaves` keeps it open. */
  static async of(bank: TestBank, options: Options): Promise<OperatorService> {
    const service = new OperatorService(bank, options);
    const { port } = await service.#server.listen('127.0.0.1', 0);
    service.url = `http://127.0.0.1:${port}`;
    return service;
  }

  private constructor(bank: TestBank, { fourEyes = false, webhooksTo, conversations }: Options) {
    this.bank = bank;
    const log = pino({ level: 'silent' });
    const page = openOperatorPage({
      config: { login: undefined, fourEyes, auditAnchors: this.#anchors, webhooksTo },
      bank,
      ...bank,
      demo: demoPeople.provider,
      conversations,
      casesOfPeople: new HandoffQueue({ store: bank.store, clock: bank.now }),
      publicUrl: () => this.url,
      networkAddress: () => 'one of the bank',
      pages: testPages,
      clock: bank.now,
      log,
    });
    this.#server = new HttpServer({ log, https: false, routes: [...(page ? [page] : []), demoPeople.page] });
  }

  /** A browser in which somebody of the demo bank is logged in. */
  async as(login: string): Promise<Operator> {
    const browser = new HandBrowser();
    const choice = await browser.visit(`${this.url}/operator/login`, (at) => at.includes('/demo/log-in'));
    const { back = '', state = '' } = Object.fromEntries(new URL(choice.url).searchParams);
    await browser.ask(`${back}?${new URLSearchParams({ code: login, state })}`);
    return new Operator(browser, this.url);
  }

  get #anchors(): string {
    return join(this.#folder.path, 'anchors.jsonl');
  }

  /** Anchors the trail, as a service does every minute. */
  async anchors(): Promise<void> {
    const settings = {
      auditAnchors: this.#anchors,
      auditSink: { to: 'file' },
      auditSinkToken: undefined,
    } as const;
    await openAnchoring({ ...this.bank, clock: this.bank.now }, settings).anchorHead();
  }

  async close(): Promise<void> {
    await this.leaves();
    await this.bank.close();
  }

  /** Ends without its bank. */
  async leaves(): Promise<void> {
    this.#folder.remove();
    await this.#server.close();
  }
}

export class Operator {
  readonly browser: HandBrowser;
  readonly #url: string;

  constructor(browser: HandBrowser, url: string) {
    this.browser = browser;
    this.#url = url;
  }

  get(path: string): Promise<Response> {
    return this.browser.ask(`${this.#url}/operator/${path}`);
  }

  post(path: string, body: object): Promise<Response> {
    return this.browser.post(`${this.#url}/operator/${path}`, body);
  }

  async answer<Answer>(path: string, body?: object): Promise<Answer> {
    const response = await (body ? this.post(path, body) : this.get(path));
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  }
}
