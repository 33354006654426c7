import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Carrier } from '../../demo/carrier.ts';
import type { AuthenticationItem } from '../../services/contract/items/index.ts';
import { seal } from '../../services/contract/sealedEnvelope.ts';
import type { LinkAnswer, LinkView } from '../../services/contract/secureLink.ts';
import { type Answer, DirectLineClient } from '../bot/channels/directLine/directLineClient.ts';
import { harbour } from '../brand/harbour.ts';
import { ServiceProcess, type Settings, spawnIn } from '../journeys/serviceProcess.ts';
import { type Cells, cardFile, cardRow } from '../services/cardSystem/cardFiles.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { demoTopics } from '../topics/demoTopics.ts';
import { ProviderStandIn } from './providerStandIn.ts';

const publicUrl = 'https://chat.bank.example';
const account = { TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'only-for-tests' };

/** Somebody who reaches the service from a network address, through the proxy that the bank has put before it. */
class From extends DirectLineClient {
  readonly url: string;
  readonly #address: string;

  constructor(url: string, address: string) {
    super();
    this.url = url;
    this.#address = address;
  }

  override call(method: string, path: string, request: Parameters<DirectLineClient['call']>[2] = {}) {
    const headers = { ...request.headers, 'X-Forwarded-For': this.#address };
    return super.call(method, path, { ...request, headers });
  }
}

/** Thawline as a bank runs it: production mode, its own keys and cards, the carrier's REST side beside it. */
export class ProductionBank {
  readonly provider: ProviderStandIn;
  /** Brings messages and calls, signed as the carrier signs them. */
  readonly carrier: Carrier;
  readonly #folder: { path: string; remove: () => void };
  readonly #service: ServiceProcess;
  readonly #settings: Settings;

  private constructor(
    folder: { path: string; remove: () => void },
    provider: ProviderStandIn,
    settings: Settings,
  ) {
    this.#folder = folder;
    this.provider = provider;
    this.#settings = settings;
    this.#service = new ServiceProcess({
      folder: folder.path,
      program: 'bot/main.ts',
      ready: /^Thawline is ready\. Chat: (\S+)\/\n/,
      preload: 'test/attacks/movedClock.ts',
    });
    this.carrier = new Carrier({
      accountSid: account.TWILIO_ACCOUNT_SID,
      token: account.TWILIO_AUTH_TOKEN,
      publicUrl: () => publicUrl,
      reach: (url) => url.replace(publicUrl, this.url),
    });
  }

  /** Running, with some cards. @param settings beside those that production demands */
  static async opened(cards: readonly Cells[], settings: Settings = {}): Promise<ProductionBank> {
    const folder = temporaryFolder();
    const provider = await ProviderStandIn.open(folder.path);
    const bank = new ProductionBank(folder, provider, {
      NODE_ENV: 'production',
      PUBLIC_URL: publicUrl,
      PORT: String(await freePort()),
      KEYS_FILE: join(folder.path, 'keys.json'),
      BRAND_FILE: harbour,
      TOPICS_DIR: demoTopics,
      TRUSTED_PROXIES: '127.0.0.1',
      ...account,
      TWILIO_FROM: '+12025550199',
      ...provider.settings,
      ...settings,
    });
    try {
      await bank.run('keys', 'create');
      writeFileSync(join(folder.path, 'cards.csv'), cardFile(cards.map(cardRow)));
      await bank.run('cards', 'protect', 'cards.csv', '--output', 'protected.csv');
      await bank.run('cards', 'import', 'protected.csv');
      await bank.#service.up(bank.#settings);
      return bank;
    } catch (error) {
      await bank.close();
      throw error;
    }
  }

  /** One of the operator's commands. @returns what it said */
  async run(...words: string[]): Promise<string> {
    const child = spawnIn(this.#folder.path, 'cli/thawline.ts', words, this.#settings);
    let said = '';
    child.stderr?.on('data', (text) => {
      said += text;
    });
    child.stdout?.on('data', (text) => {
      said += text;
    });
    const [code] = await once(child, 'close');
    assert.equal(code, 0, said);
    return said;
  }

  /** Where `MANAGEMENT_PORT` is set: the service's own port has none in production. */
  async metrics(): Promise<string> {
    return (await fetch(`${this.#service.managementUrl}/metrics`)).text();
  }

  get url(): string {
    return `http://127.0.0.1:${this.#settings.PORT}`;
  }

  /** Where the service has its data and keys. */
  get folder(): string {
    return this.#folder.path;
  }

  /** The process of the service. */
  get pid(): number {
    return this.#service.pid;
  }

  /** What the service has logged. */
  get log(): string {
    return this.#service.log;
  }

  /** Waits until the service has logged that so many times. */
  logs(text: string, times: number): Promise<void> {
    return this.#service.logs(text, times);
  }

  from(address: string): DirectLineClient {
    return new From(this.url, address);
  }

  /** What is answered in plain text, as it came. */
  async text(method: string, path: string): Promise<{ status: number; body: string }> {
    const response = await fetch(`${this.url}${path}`, { method });
    return { status: response.status, body: await response.text() };
  }

  /** Ends the service, and starts it on the same folder. @param wallAhead milliseconds by which the clock was set meanwhile */
  async restarts(wallAhead = 0): Promise<void> {
    await this.#service.end('SIGTERM');
    await this.#service.up({ ...this.#settings, WALL_AHEAD: String(wallAhead) });
  }

  /** Lets time pass for the service. */
  async passes(milliseconds: number): Promise<void> {
    await this.#service.tell({ passes: milliseconds });
  }

  /** The token of the newest link that came to a telephone after so many messages, once it is there. */
  async link(phone: string, after = 0): Promise<string> {
    for (;;) {
      const came = this.provider.messages.slice(after).filter(({ to }) => to === phone);
      const token = came.flatMap(({ body }) => /\/s\/([\w-]+)/.exec(body)?.[1] ?? []).at(-1);
      if (token !== undefined) return token;
      await this.provider.nextMessage();
    }
  }

  /** The same of a code for the form, in its digits alone; with `isNotice` of a receipt's. */
  async code(phone: string, { isNotice = false } = {}): Promise<string> {
    for (;;) {
      const came = this.provider.messages.filter(
        ({ to, body }) => to === phone && /\b10\b/.test(body) !== isNotice,
      );
      const code = came.flatMap(({ body }) => /\d{4} \d{4} \d{5}/.exec(body)?.[0] ?? []).at(-1);
      if (code !== undefined) return code.replaceAll(' ', '');
      await this.provider.nextMessage();
    }
  }

  /** Enters a code on the bank's page. @returns what came of it, and by which token the form is opened */
  async enters(
    code: string,
    { from = '203.0.113.250', browser }: { from?: string; browser?: string } = {},
  ): Promise<{ outcome: unknown; token: string }> {
    const token = randomBytes(18).toString('base64url');
    const body = { code, token, ...(browser !== undefined && { browser }) };
    return { outcome: (await this.#page('code', body, from)).body.outcome, token };
  }

  /** Freezes again by the code of a receipt. @returns what came of it */
  async freezes(code: string): Promise<unknown> {
    return (await this.#page('freeze', { code })).body.outcome;
  }

  async view(token: string): Promise<LinkView> {
    return (await this.#page('view', { token })).body as LinkView;
  }

  /** Gives a value on the page that a link opens. @returns what became of it */
  async gives(token: string, item: AuthenticationItem, value: string): Promise<LinkAnswer['outcome']> {
    const view = await this.view(token);
    assert.ok(view.outcome === 'open', 'the link opens nothing');
    const { authenticationRequest } = view;
    const envelope = await seal(value, { authenticationRequest, item });
    return (await this.#page('information', { token, item, envelope })).body.outcome as LinkAnswer['outcome'];
  }

  async close(): Promise<void> {
    await this.#service.end('SIGKILL');
    this.provider.close();
    this.#folder.remove();
  }

  #page(path: string, body: object, from = '203.0.113.250'): Promise<Answer> {
    return this.from(from).call('POST', `/s/${path}`, { body });
  }
}

/** A port that nobody listened at a moment ago: in production the service is known by another address than its own. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
