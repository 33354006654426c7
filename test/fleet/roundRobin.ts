import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';

type Answered = { status: number; headers: IncomingMessage['headers']; body: Buffer };

/**
 * What stands before several processes of one service: each request, and each stream, goes to the next of them, whoever it
 * comes from. One that is not there is passed over; one that dies over a request leaves a 502.
 */
export class RoundRobin {
  /** What was asked of which target, and answered by it. */
  readonly answered: { asked: string; by: string }[] = [];
  readonly #server: Server;
  readonly #targets: () => readonly string[];
  readonly #sockets = new Set<Socket>();
  #next = 0;

  private constructor(targets: () => readonly string[]) {
    this.#targets = targets;
    this.#server = createServer((asked, answer) => void this.#takes(asked, answer));
    this.#server.on('upgrade', (asked: IncomingMessage, socket: Socket, head: Buffer) =>
      this.#pipes(asked, socket, head),
    );
    this.#server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket.on('close', () => this.#sockets.delete(socket)));
    });
  }

  /** @param targets the addresses of the processes as they are now */
  static async before(targets: () => readonly string[]): Promise<RoundRobin> {
    const proxy = new RoundRobin(targets);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  async #takes(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    try {
      const { status, headers, body } = await this.#forwards(asked, await buffer(asked));
      answer.writeHead(status, headers);
      answer.end(body);
    } catch {
      answer.statusCode = 502;
      answer.end();
    }
  }

  async #forwards(asked: IncomingMessage, body: Buffer): Promise<Answered> {
    for (let tries = this.#targets().length; ; tries--) {
      try {
        const target = this.#nextTarget();
        const answer = await forward(target, asked, body);
        this.answered.push({ asked: `${asked.method} ${asked.url}`, by: target });
        return answer;
      } catch (error) {
        if (tries <= 1 || !isNotThere(error)) throw error;
      }
    }
  }

  #pipes(asked: IncomingMessage, socket: Socket, head: Buffer, tries = this.#targets().length): void {
    const { hostname, port } = new URL(this.#nextTarget());
    const there = connect(Number(port), hostname);
    there.once('connect', () => {
      const lines = asked.rawHeaders.flatMap((word, place, all) =>
        place % 2 ? [`${all[place - 1]}: ${word}`] : [],
      );
      there.write([`${asked.method} ${asked.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
      there.write(head);
      there.pipe(socket).pipe(there);
    });
    there.on('error', (error) => {
      if (tries > 1 && isNotThere(error)) this.#pipes(asked, socket, head, tries - 1);
      else socket.destroy();
    });
    there.on('close', () => socket.end());
    socket.on('error', () => there.destroy());
    socket.on('close', () => there.destroy());
  }

  #nextTarget(): string {
    const targets = this.#targets();
    const target = targets[this.#next++ % targets.length];
    if (target === undefined) throw new Error('nothing stands behind the proxy');
    return target;
  }
}

async function forward(target: string, asked: IncomingMessage, body: Buffer): Promise<Answered> {
  const { method, url = '/', headers } = asked;
  const sent = request(new URL(url, target), {
    method,
    headers: { ...headers, connection: 'close' },
    agent: false,
  });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 502, headers: answer.headers, body: await buffer(answer) };
}

function isNotThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
}
