import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of a bank, of another origin than the chat, with a policy that allows the chat and nothing else. */
export class BanksPage {
  readonly #server: Server;
  html = '';
  policy = '';

  private constructor() {
    this.#server = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': this.policy });
      response.end(this.html);
    });
  }

  static async served(): Promise<BanksPage> {
    const page = new BanksPage();
    await new Promise<void>((resolve) => page.#server.listen(0, 'localhost', resolve));
    return page;
  }

  get origin(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Puts a chat on it. @param html as a bank writes it, with `https://chat.bank.example` as the chat's address */
  holds(chat: string, html: string): void {
    this.policy = `default-src 'none'; script-src ${chat}; frame-src ${chat}`;
    this.html = html.replaceAll('https://chat.bank.example', chat);
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
