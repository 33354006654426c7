import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import pino from 'pino';
import { botSchema } from '../../../../bot/botSchema.ts';
import { DirectLine } from '../../../../bot/channels/directLine/directLine.ts';
import { ProofOfWork } from '../../../../bot/channels/directLine/proofOfWork.ts';
import { directLineRoutes } from '../../../../bot/channels/directLine/routes.ts';
import { SocketPlaces } from '../../../../bot/channels/directLine/socketPlaces.ts';
import { ConversationTokens } from '../../../../bot/channels/directLine/tokens.ts';
import { Turns } from '../../../../bot/turn/turns.ts';
import { HttpServer } from '../../../../kit/http/httpServer.ts';
import { networkAddress } from '../../../../kit/http/networkAddress.ts';
import { SharedCounts } from '../../../../kit/limits/sharedCounts.ts';
import { openSqlite } from '../../../../kit/store/openSqlite.ts';
import type { Store } from '../../../../kit/store/store.ts';
import { type TrafficSettings, usualTraffic } from '../../../../kit/trafficSettings.ts';
import { testKey } from '../../../testKey.ts';
import { anyTraffic } from './anyTraffic.ts';
import { DirectLineClient } from './directLineClient.ts';
import { EchoBot } from './echoBot.ts';

type Options = {
  folder: string;
  clock?: () => Date;
  webChatOrigins?: string[];
  traffic?: Partial<TrafficSettings>;
};

/** A Direct Line service on loopback with a real database and an echoing bot. */
export class DirectLineService extends DirectLineClient {
  readonly bot = new EchoBot();
  readonly logged: string[] = [];
  /** The TCP side of every stream that was asked for, so that a test can cut it. */
  readonly streams = new Set<Duplex>();
  readonly tokens: ConversationTokens;
  readonly directLine: DirectLine<never>;
  readonly turns: Turns<never>;
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
    { clock = () => new Date(), webChatOrigins = [], traffic = {} }: Options,
  ) {
    super();
    const { conversations, workAbove } = anyTraffic;
    const limits = { ...usualTraffic, conversations, workAbove, ...traffic };
    const used = new Set<string>();
    const once = async (subject: string) => used.size < used.add(subject).size;
    const address = networkAddress(['127.0.0.1']);
    this.store = store;
    const log = pino({ level: 'trace' }, { write: (line: string) => this.logged.push(line) });
    this.tokens = new ConversationTokens({ keys: () => [testKey(7)], clock });
    const bot = { id: 'thawline', name: 'Thawline' };
    this.turns = new Turns({ store, terminal: this.bot, clock, pause: setTimeout, log });
    this.directLine = new DirectLine({
      store,
      tokens: this.tokens,
      turns: this.turns,
      bot,
      clock,
      log,
      places: new SocketPlaces({ most: limits.sockets, networkAddress: address }),
    });
    this.#server = new HttpServer({
      log,
      https: false,
      checks: { needed: {} },
      routes: [
        directLineRoutes({
          directLine: this.directLine,
          tokens: this.tokens,
          networkAddress: address,
          publicUrl: () => this.url,
          webChatOrigins,
          traffic: limits,
          counts: new SharedCounts({ clock }),
          work: new ProofOfWork({ secret: () => [testKey(9)], clock, once }),
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

  override get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async close(): Promise<void> {
    this.directLine.close();
    await this.#server.close();
    await this.store.close();
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
