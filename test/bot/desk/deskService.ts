import pino from 'pino';
import { botSchema } from '../../../bot/botSchema.ts';
import { directLineRoutes } from '../../../bot/channels/directLine/routes.ts';
import type { ChatwootCases } from '../../../bot/desk/chatwoot/chatwootCases.ts';
import type { ChatwootInbox } from '../../../bot/desk/chatwoot/chatwootSettings.ts';
import { openDeskRoutes } from '../../../bot/deskRoutes.ts';
import { DeskSessionRows } from '../../../bot/deskSessionsTable.ts';
import { openChatwoot } from '../../../bot/openChatwoot.ts';
import { chatPageRoutes } from '../../../bot/pages/chatPage.ts';
import { type Brand, unbranded } from '../../../brand/brand.ts';
import { demoPeople } from '../../../demo/people.ts';
import { HttpServer } from '../../../kit/http/httpServer.ts';
import { networkAddress } from '../../../kit/http/networkAddress.ts';
import { LogIn } from '../../../kit/login/logIn.ts';
import { Sessions } from '../../../kit/login/sessions.ts';
import { testPages } from '../../browser/testPages.ts';
import { openTestBank, type TestBank } from '../../services/testBank.ts';
import { testKey } from '../../testKey.ts';
import { anyTraffic } from '../channels/directLine/anyTraffic.ts';
import { type BotWithDesk, botWithDesk } from './peopleAtDesk.ts';

/** The token with which another desk connects to this one. */
export const deskToken = 'the-token-of-another-desk-of-the-bank';

type Options = { brand?: Brand; chatwoot?: ChatwootInbox };

/** Chat page and desk of a bot with the demo bank behind it, in one process, over HTTP on loopback. */
export class DeskService {
  readonly url: string;
  readonly bank: TestBank;
  readonly bot: BotWithDesk;
  readonly logged: string[];
  /** Undefined where no Chatwoot is the desk. */
  readonly chatwoot: ChatwootCases | undefined;
  readonly #close: () => Promise<void>;

  /** @param options `chatwoot`: a Chatwoot that is the desk too */
  static async open({ brand = unbranded, chatwoot: at }: Options = {}): Promise<DeskService> {
    const bank = await openTestBank({ beside: [botSchema] });
    const bot = botWithDesk(bank, bank.store, { tells: true });
    const logged: string[] = [];
    const log = pino({}, { write: (line: string) => logged.push(line) });
    let url = '';
    const publicUrl = () => url;
    const network = networkAddress([]);
    const logIn = new LogIn({
      ...{ page: '/desk', provider: demoPeople.provider, publicUrl, networkAddress: network, log },
      sessions: new Sessions({ store: bank.store, rows: DeskSessionRows, clock: bank.now }),
      ...{ secret: () => [testKey(5)], clock: bank.now },
    });
    const { directLine, tokens, desk, watch } = bot;
    const chat = { directLine, tokens, networkAddress: network, publicUrl, traffic: anyTraffic };
    const { store, now: clock } = bank;
    const chatwoot = at && openChatwoot({ at, store, desk, brand, clock, log });
    const server = new HttpServer({
      ...{ log, https: false, checks: { needed: {} } },
      routes: [
        directLineRoutes(chat),
        chatPageRoutes({ publicUrl, pages: testPages, brand }),
        ...openDeskRoutes({ desk, logIn, token: deskToken, pages: testPages, brand }),
        logIn.routes,
        demoPeople.page,
        ...(chatwoot ? [chatwoot.routes] : []),
      ],
      upgrades: [(...upgrade) => directLine.upgrade(...upgrade)],
    });
    url = `http://127.0.0.1:${(await server.listen('127.0.0.1', 0)).port}`;
    const stop = watch.start();
    const close = async () => {
      stop();
      directLine.close();
      await server.close();
      await watch.round();
      await bank.close();
    };
    return new DeskService({ url, bank, bot, logged, chatwoot: chatwoot?.cases, close });
  }

  private constructor(
    parts: Pick<DeskService, 'url' | 'bank' | 'bot' | 'logged' | 'chatwoot'> & { close: () => Promise<void> },
  ) {
    this.url = parts.url;
    this.bank = parts.bank;
    this.bot = parts.bot;
    this.logged = parts.logged;
    this.chatwoot = parts.chatwoot;
    this.#close = parts.close;
  }

  close(): Promise<void> {
    return this.#close();
  }
}
