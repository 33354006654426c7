import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export const riskToken = 'the-token-of-risk-decisions-in-a-test';

/** A bank's risk decisions: what it says next, and all that it was asked. */
export class RiskStub {
  /** Answered as JSON with 200; a number is a status, `never` no answer at all, a string something that is no JSON. */
  says: object | number | 'never' | string = { decision: 'allow', reasonCode: 'usual' };
  readonly asked: { message: Record<string, unknown>; token: string | undefined; key: unknown }[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(async (incoming, outgoing) => {
      const { authorization: token, 'idempotency-key': key } = incoming.headers;
      const message = (await json(incoming)) as Record<string, unknown>;
      this.asked.push({ message: { path: incoming.url, ...message }, token, key });
      const { says } = this;
      if (says === 'never') return;
      outgoing.writeHead(typeof says === 'number' ? says : 200, { 'Content-Type': 'application/json' });
      outgoing.end(typeof says === 'string' ? says : JSON.stringify(says));
    });
  }

  static async open(): Promise<RiskStub> {
    const stub = new RiskStub();
    await new Promise<void>((resolve) => stub.#server.listen(0, '127.0.0.1', resolve));
    return stub;
  }

  /** @param patience short, so that a test need not wait for who never answers */
  at(patience = 5000) {
    const { port } = this.#server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}`, token: riskToken, patience };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
