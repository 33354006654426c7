import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of a request on its way. */
export type Fate =
  /** Passed on, and answered. */
  | 'passes'
  /** Cut off before anybody has heard of it. */
  | 'lostOnTheWay'
  /** Passed on and worked on; its answer is cut off. */
  | 'answerLost'
  /** Passed on and worked on; its answer is held back for ever. */
  | 'answerHeld';

/** A network between two processes, in which each request meets the next of the fates; after these all pass. */
export class BrokenNetwork {
  readonly fates: Fate[] = [];
  /** How many requests came. */
  requests = 0;
  readonly #to: string;
  readonly #server = createServer((incoming, outgoing) => this.#meets(incoming, outgoing));

  constructor(to: string) {
    this.#to = to;
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #meets(incoming: IncomingMessage, outgoing: ServerResponse): void {
    this.requests += 1;
    const fate = this.fates.shift() ?? 'passes';
    if (fate === 'lostOnTheWay') {
      outgoing.destroy();
      return;
    }
    const { method, headers, url } = incoming;
    const forwarded = request(`${this.#to}${url}`, { method, headers, agent: false }, (answer) => {
      if (fate === 'passes') {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
        return;
      }
      answer.resume();
      if (fate === 'answerLost') answer.once('end', () => outgoing.destroy());
    });
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  }
}
