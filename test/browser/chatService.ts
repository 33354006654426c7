import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import pino from 'pino';
import { botSchema } from '../../bot/botSchema.ts';
import { DirectLine } from '../../bot/channels/directLine/directLine.ts';
import { ProofOfWork } from '../../bot/channels/directLine/proofOfWork.ts';
import { directLineRoutes } from '../../bot/channels/directLine/routes.ts';
import { ConversationTokens } from '../../bot/channels/directLine/tokens.ts';
import { chatPageRoutes } from '../../bot/pages/chatPage.ts';
import { embedScript } from '../../bot/pages/embedScript.ts';
import { Turns } from '../../bot/turn/turns.ts';
import { type Brand, unbranded } from '../../brand/brand.ts';
import { HttpServer } from '../../kit/http/httpServer.ts';
import { networkAddress } from '../../kit/http/networkAddress.ts';
import { openSqlite } from '../../kit/store/openSqlite.ts';
import { anyTraffic } from '../bot/channels/directLine/anyTraffic.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { testKey } from '../testKey.ts';
import { ScriptedBot } from './scriptedBot.ts';
import { testPages } from './testPages.ts';

/** The page and Direct Line on loopback, with a bot that a test can script. */
export class ChatService {
  readonly bot: ScriptedBot;
  readonly url: string;
  readonly #parts: { close(): Promise<void>; streams: Set<Duplex> };

  /** @param options origins whose pages may hold the chat; whose it is; whether work is wanted before each conversation */
  static async open({
    webChatOrigins = [],
    brand = unbranded,
    wantsWork = false,
  }: {
    webChatOrigins?: string[];
    brand?: Brand;
    wantsWork?: boolean;
  } = {}): Promise<ChatService> {
    const folder = temporaryFolder();
    const store = await openSqlite(join(folder.path, 'bot.db'), [botSchema]);
    const clock = () => new Date();
    const tokens = new ConversationTokens({ keys: () => [testKey(7)], clock });
    const log = pino({ level: 'silent' });
    const terminal = await ScriptedBot.create();
    const account = { id: 'thawline', name: 'Thawline' };
    const turns = new Turns({ store, terminal, clock, pause: setTimeout, log });
    const directLine = new DirectLine({ store, tokens, turns, bot: account, clock, log });
    const streams = new Set<Duplex>();
    let url = '';
    const publicUrl = () => url;
    const server = new HttpServer({
      log,
      https: false,
      checks: { needed: {} },
      routes: [
        directLineRoutes({
          directLine,
          tokens,
          networkAddress: networkAddress([]),
          publicUrl,
          traffic: wantsWork ? { ...anyTraffic, workAbove: 0 } : anyTraffic,
          work: new ProofOfWork({ secret: () => [testKey(9)], clock, once: async () => true }),
        }),
        chatPageRoutes({ publicUrl, webChatOrigins, pages: testPages, brand }),
        embedScript(testPages, brand),
      ],
      upgrades: [
        (request, socket, head) => {
          streams.add(socket);
          return directLine.upgrade(request, socket, head);
        },
      ],
    });
    url = `http://127.0.0.1:${(await server.listen('127.0.0.1', 0)).port}`;
    const close = async () => {
      directLine.close();
      await server.close();
      await store.close();
      folder.remove();
    };
    return new ChatService(terminal, url, { close, streams });
  }

  private constructor(
    bot: ScriptedBot,
    url: string,
    parts: { close(): Promise<void>; streams: Set<Duplex> },
  ) {
    this.bot = bot;
    this.url = url;
    this.#parts = parts;
  }

  /** Cuts every stream as a dead network would. */
  cutStreams(): void {
    for (const socket of this.#parts.streams) socket.destroy();
    this.#parts.streams.clear();
  }

  close(): Promise<void> {
    return this.#parts.close();
  }
}
