import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

type Told = { id: string; type: string; timestamp: string; data: Record<string, unknown> };
type Received = { headers: IncomingHttpHeaders; text: string; body: Told };

/** The bank's own system, written from docs/webhooks.md: it checks the signature by itself. */
export class Receiver {
  readonly received: Received[] = [];
  /** What it answers to the next ones; 200 where nothing is said. `silent` never answers. */
  answers: (received: Received) => number | 'silent' | 'redirects' = () => 200;
  readonly #server: Server;

  constructor() {
    this.#server = createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += chunk;
      const one = { headers: request.headers, text, body: JSON.parse(text) as Told };
      this.received.push(one);
      const answer = this.answers(one);
      if (answer === 'silent') return;
      response.writeHead(answer === 'redirects' ? 307 : answer, { Location: '/elsewhere' });
      response.end('{"anything":true}');
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((done) => void this.#server.listen(0, '127.0.0.1', done));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/events`;
  }

  get ids(): string[] {
    return this.received.map(({ body }) => body.id);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => void this.#server.close(done));
  }
}

/** Whether an event is signed with this secret, as a receiver finds out. */
export function isSignedWith(secret: string, { headers, text }: Received): boolean {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signedText = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`;
  const right = `v1,${createHmac('sha256', key).update(signedText).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(right);
}
