import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of the bank's own with the chat on it, as `docs/channels.md` tells a bank to put it there. */
export class BanksPage {
  readonly #server: Server;
  #html = '';

  static async served(): Promise<BanksPage> {
    const page = new BanksPage();
    await new Promise<void>((resolve) => page.#server.listen(0, 'localhost', resolve));
    return page;
  }

  private constructor() {
    this.#server = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(this.#html);
    });
  }

  get origin(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  holds(chat: string, language: string): void {
    this.#html = `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><title>Bank</title>
<style>:root{color-scheme:light dark}body{font:16px system-ui;margin:3rem}hr{border:0;height:.7rem;background:#8884;margin:1rem 24rem 1rem 0}</style>
<hr><hr><hr><hr><script src="${chat}/embed.js"></script></html>`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
