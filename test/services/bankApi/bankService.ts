import pino from 'pino';
import { problemForm } from '../../../kit/http/errorAnswers.ts';
import { HttpServer } from '../../../kit/http/httpServer.ts';
import { bearerToken } from '../../../services/bankApi/bearerToken.ts';
import { HttpBankClient } from '../../../services/bankApi/httpBankClient.ts';
import { bankRoutes, cardSystemRoutes } from '../../../services/bankApi/routes.ts';
import type { TestBank } from '../testBank.ts';

export const token = 'only-for-tests-and-long-enough-for-it';

type Link = Pick<ConstructorParameters<typeof HttpServer>[0], 'certificates' | 'timeLimits'> &
  Pick<Parameters<typeof bankRoutes>[0], 'admit'>;

/** The bank's side over real HTTP, on a port of its own. */
export class BankService {
  readonly url: string;
  readonly logged: string[];
  readonly #server: HttpServer;

  private constructor(server: HttpServer, url: string, logged: string[]) {
    this.#server = server;
    this.url = url;
    this.logged = logged;
  }

  /** @param link plain http with the token, unless it says otherwise */
  static async open(bank: TestBank, link: Partial<Link> = {}): Promise<BankService> {
    const { certificates, admit = [bearerToken(token)], timeLimits = {} } = link;
    const logged: string[] = [];
    const server = new HttpServer({
      log: pino({ level: 'debug' }, { write: (line: string) => logged.push(line) }),
      https: false,
      checks: { needed: { bank: () => bank.ready() } },
      routes: [bankRoutes({ bank, admit }), cardSystemRoutes({ bank, token })],
      errors: problemForm,
      timeLimits,
      ...(certificates && { certificates }),
    });
    const { port } = await server.listen('127.0.0.1', 0);
    return new BankService(server, `${certificates ? 'https' : 'http'}://127.0.0.1:${port}`, logged);
  }

  client(url = this.url): HttpBankClient {
    return new HttpBankClient({ url, token });
  }

  close(): Promise<void> {
    return this.#server.close();
  }
}
