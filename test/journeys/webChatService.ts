import type { Activity } from 'botbuilder';
import pino from 'pino';
import { botSchema } from '../../bot/botSchema.ts';
import { directLineRoutes } from '../../bot/channels/directLine/routes.ts';
import { HttpServer } from '../../kit/http/httpServer.ts';
import { networkAddress } from '../../kit/http/networkAddress.ts';
import { minutes } from '../../kit/time.ts';
import { DirectLineClient } from '../bot/channels/directLine/directLineClient.ts';
import { webChatBot } from '../bot/webChatBot.ts';
import type { EmptyDatabase } from '../databases/emptyDatabase.ts';
import { openTestBank, type TestBank } from '../services/testBank.ts';

/** Web chat with the demo bank behind it in one process and one database, over HTTP on loopback. */
export class WebChatService extends DirectLineClient {
  readonly bank: TestBank;
  readonly logged: string[] = [];
  readonly #server: HttpServer;
  readonly #close: () => void;
  #port = 0;

  static async open(empty: () => Promise<EmptyDatabase>, isAlone: boolean): Promise<WebChatService> {
    const service = new WebChatService(await openTestBank({ empty, beside: [botSchema] }), isAlone);
    service.#port = (await service.#server.listen('127.0.0.1', 0)).port;
    return service;
  }

  private constructor(bank: TestBank, isAlone: boolean) {
    super();
    this.bank = bank;
    const log = pino({ level: 'warn' }, { write: (line: string) => this.logged.push(line) });
    const { directLine, tokens } = webChatBot({
      ...{ bank, store: bank.store, log },
      isAlone,
      // On a busy machine a turn takes longer than a post usually waits.
      patience: 1 * minutes,
    });
    const publicUrl = () => this.url;
    const routes = [directLineRoutes({ directLine, tokens, networkAddress: networkAddress([]), publicUrl })];
    this.#server = new HttpServer({ log, https: false, checks: { needed: {} }, routes });
    this.#close = () => directLine.close();
  }

  override get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** One look for what came after a watermark. */
  async poll(
    { conversationId, token }: { conversationId: string; token: string },
    watermark: string,
  ): Promise<{ activities: Activity[]; watermark: string }> {
    const path = `/v3/directline/conversations/${conversationId}/activities?watermark=${watermark}`;
    const { body } = await this.call('GET', path, { token });
    return body as { activities: Activity[]; watermark: string };
  }

  async close(): Promise<void> {
    this.#close();
    await this.#server.close();
    await this.bank.close();
  }
}
