import type { Activity } from 'botbuilder';
import { DirectLine } from '../../bot/channels/directLine/directLine.ts';
import { directLineRoutes } from '../../bot/channels/directLine/routes.ts';
import { ConversationTokens } from '../../bot/channels/directLine/tokens.ts';
import { HttpServer } from '../../kit/http/httpServer.ts';
import { networkAddress } from '../../kit/http/networkAddress.ts';
import type { Language } from '../../kit/language.ts';
import { minutes as minute } from '../../kit/time.ts';
import { anyTraffic } from '../bot/channels/directLine/anyTraffic.ts';
import { DirectLineClient, type Started } from '../bot/channels/directLine/directLineClient.ts';
import { testKey } from '../testKey.ts';
import {
  FormCarrier,
  type ScenarioChannel,
  type ScenarioConversation,
  type Sentence,
  sentence,
} from './channel.ts';
import type { Turn } from './scenario.ts';
import type { ScenarioBank } from './scenarioBank.ts';

/** The longest stretch that a token lives through before the page refreshes it. */
const betweenRefreshes = 20;

class Service extends DirectLineClient {
  readonly #server: HttpServer;
  #port = 0;

  constructor({ bank, turns, log }: ScenarioBank) {
    super();
    const { store } = bank;
    const clock = bank.now;
    const tokens = new ConversationTokens({ keys: () => [testKey(7)], clock });
    const bot = { id: 'thawline', name: 'Thawline' };
    const directLine = new DirectLine({ store, tokens, turns, bot, clock, log });
    const publicUrl = () => this.url;
    this.#server = new HttpServer({
      log,
      https: false,
      checks: { needed: {} },
      routes: [
        directLineRoutes({
          directLine,
          tokens,
          networkAddress: networkAddress([]),
          publicUrl,
          traffic: anyTraffic,
        }),
      ],
      upgrades: [],
    });
  }

  override get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async listens(): Promise<this> {
    this.#port = (await this.#server.listen('127.0.0.1', 0)).port;
    return this;
  }

  close(): Promise<void> {
    return this.#server.close();
  }
}

class DirectLineConversation implements ScenarioConversation {
  greeting: Sentence[] = [];
  readonly #service: Service;
  readonly #bank: ScenarioBank;
  #started: Started;
  #watermark = '';
  readonly #carrier = new FormCarrier();

  constructor(service: Service, bank: ScenarioBank, started: Started) {
    this.#service = service;
    this.#bank = bank;
    this.#started = started;
  }

  async begins(): Promise<this> {
    this.greeting = await this.#news();
    return this;
  }

  async takes(turn: Turn): Promise<Sentence[]> {
    const { status } = await this.#service.post(this.#started, await this.#carrier.activity(turn));
    if (status !== 200) throw new Error(`the activity was answered with ${status}`);
    return this.#news();
  }

  async waits(minutes: number): Promise<void> {
    for (let left = minutes; left > 0; left -= betweenRefreshes) {
      this.#bank.bank.passes(Math.min(left, betweenRefreshes) * minute);
      const { token } = this.#started;
      const { body } = await this.#service.call('POST', '/v3/directline/tokens/refresh', { token });
      this.#started = { ...this.#started, token: String(body.token) };
    }
  }

  async #news(): Promise<Sentence[]> {
    const { conversationId, token } = this.#started;
    const path = `/v3/directline/conversations/${conversationId}/activities?watermark=${this.#watermark}`;
    const { body } = await this.#service.call('GET', path, { token });
    this.#watermark = String(body.watermark);
    const sentences = (body.activities as Activity[])
      .filter(({ from, type }) => from.role === 'bot' && type === 'message')
      .map(sentence);
    this.#carrier.sees(sentences);
    return sentences;
  }
}

export async function overDirectLine(bank: ScenarioBank): Promise<ScenarioChannel> {
  const service = await new Service(bank).listens();
  return {
    name: 'Direct Line',
    async begin(language: Language) {
      const started = await service.start({ 'Accept-Language': language });
      return new DirectLineConversation(service, bank, started).begins();
    },
    close: () => service.close(),
  };
}
