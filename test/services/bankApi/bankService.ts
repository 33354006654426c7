import pino from 'pino';
import { HttpBankClient } from '../../../services/bankApi/httpBankClient.ts';
import { bankRoutes } from '../../../services/bankApi/routes.ts';
import { problemForm } from '../../../services/http/errorAnswers.ts';
import { HttpServer } from '../../../services/http/httpServer.ts';
import type { TestBank } from '../testBank.ts';

export const token = 'only-for-tests-and-long-enough-for-it';

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

  static async open(bank: TestBank): Promise<BankService> {
    const logged: string[] = [];
    const server = new HttpServer({
      log: pino({ level: 'debug' }, { write: (line: string) => logged.push(line) }),
      https: false,
      checks: { bank: () => bank.ready() },
      routes: [bankRoutes({ bank, token })],
      errors: problemForm,
    });
    const { port } = await server.listen('127.0.0.1', 0);
    return new BankService(server, `http://127.0.0.1:${port}`, logged);
  }

  client(url = this.url): HttpBankClient {
    return new HttpBankClient({ url, token });
  }

  close(): Promise<void> {
    return this.#server.close();
  }
}
