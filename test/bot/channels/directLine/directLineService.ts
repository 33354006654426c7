import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import type { Activity } from 'botbuilder';
import pino from 'pino';
import { DirectLine } from '../../../../bot/channels/directLine/directLine.ts';
import { directLineRoutes } from '../../../../bot/channels/directLine/routes.ts';
import { Tokens } from '../../../../bot/channels/directLine/tokens.ts';
import { networkAddress } from '../../../../bot/http/networkAddress.ts';
import { HttpServer } from '../../../../bot/server.ts';
import { botSchema } from '../../../../bot/storage/botSchema.ts';
import { openSqlite } from '../../../../services/store/openSqlite.ts';
import type { Store } from '../../../../services/store/store.ts';
import { EchoBot } from './echoBot.ts';

type Options = {
  folder: string;
  clock?: () => Date;
  webChatOrigins?: string[];
  limits?: { newConversationsPerMinute?: number; activitiesPerMinute?: number };
};

/** What a client knows of a conversation. */
export type Started = { conversationId: string; token: string; streamUrl: string };
export type Answer = { status: number; headers: Headers; body: Record<string, unknown> };

/** A Direct Line service on loopback with a real database and an echoing bot. */
export class DirectLineService {
  readonly bot = new EchoBot();
  readonly logged: string[] = [];
  /** The TCP side of every stream that was asked for, so that a test can cut it. */
  readonly streams = new Set<Duplex>();
  readonly tokens: Tokens;
  readonly directLine: DirectLine;
  readonly store: Store;
  readonly #server: HttpServer;
  #port = 0;

  static async open(options: Options): Promise<DirectLineService> {
    const store = await openSqlite(join(options.folder, 'bot.db'), [botSchema]);
    const service = new DirectLineService(store, options);
    service.#port = (await service.#server.listen('127.0.0.1', 0)).port;
    return service;
  }

  private constructor(
    store: Store,
    {
      clock = () => new Date(),
      webChatOrigins = [],
      limits = { newConversationsPerMinute: 10_000 },
    }: Options,
  ) {
    this.store = store;
    const log = pino({ level: 'trace' }, { write: (line: string) => this.logged.push(line) });
    this.tokens = new Tokens({ key: Buffer.alloc(32, 7), clock });
    const bot = { id: 'thawline', name: 'Thawline' };
    this.directLine = new DirectLine({ store, tokens: this.tokens, handler: this.bot, bot, clock, log });
    this.#server = new HttpServer({
      log,
      https: false,
      checks: {},
      routes: [
        directLineRoutes({
          directLine: this.directLine,
          tokens: this.tokens,
          networkAddress: networkAddress(['127.0.0.1']),
          publicUrl: () => this.url,
          webChatOrigins,
          limits,
        }),
      ],
      upgrades: [
        (request, socket, head) => {
          this.streams.add(socket);
          return this.directLine.upgrade(request, socket, head);
        },
      ],
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async close(): Promise<void> {
    this.directLine.close();
    await this.#server.close();
    await this.store.close();
  }

  async call(
    method: string,
    path: string,
    {
      token,
      body,
      headers = {},
    }: { token?: string; body?: unknown; headers?: Record<string, string> | undefined } = {},
  ): Promise<Answer> {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) };
  }

  async start(headers?: Record<string, string>): Promise<Started> {
    const { body } = await this.call('POST', '/webchat/token', { headers });
    const token = String(body.token);
    const started = await this.call('POST', '/v3/directline/conversations', { token, headers });
    return started.body as Started;
  }

  post({ conversationId, token }: Started, body: unknown): Promise<Answer> {
    return this.call('POST', `/v3/directline/conversations/${conversationId}/activities`, { token, body });
  }

  say(started: Started, text: string, more: Record<string, unknown> = {}): Promise<Answer> {
    return this.post(started, { type: 'message', from: { id: 'me' }, text, ...more });
  }

  async activities({ conversationId, token }: Started, watermark = ''): Promise<Activity[]> {
    const path = `/v3/directline/conversations/${conversationId}/activities?watermark=${watermark}`;
    return (await this.call('GET', path, { token })).body.activities as Activity[];
  }

  async texts(started: Started): Promise<string[]> {
    return (await this.activities(started)).map((activity) => activity.text);
  }

  /** Cuts every stream as a dead network would. */
  cutStreams(): void {
    for (const socket of this.streams) socket.destroy();
    this.streams.clear();
  }

  /** A TCP connection on which a test writes its own bytes. */
  connect(): Socket {
    return connect(this.#port, '127.0.0.1');
  }
}
