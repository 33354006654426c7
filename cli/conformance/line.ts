import { type ClientRequest, request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import type { Clock, Pause } from '../../kit/time.ts';
import { Broken, NotTried } from './outcomes.ts';

export type HeardAnswer = { status: number; body: unknown };

/** The way a request is sent. `token`: one other than the right one, or none. */
export type Manner = {
  key?: string | undefined;
  token?: string | null;
  /** The client disconnects: after half of the request, or after all of it without reading the answer. */
  cut?: 'inBody' | 'beforeAnswer';
  /** The second half of the request is sent only after this. */
  halfAfter?: Promise<unknown>;
};

export type LineOptions = {
  url: string;
  token: string;
  /** The certificate that is shown, and the authorities that are trusted. */
  tls?: { cert?: string; key?: string; ca?: string } | undefined;
  /** The longest wait for an answer in milliseconds. */
  patience: number;
  /** The most requests, and the longest time for all of them. */
  most: { requests: number; milliseconds: number };
  pause: Pause;
  clock: Clock;
};

const longestAnswer = 1_000_000;

/** The connection to a card system. Each request is sent once, as it is, and never repeated by itself. */
export class ConformanceLine {
  readonly #options: LineOptions;
  readonly #begun: number;
  requests = 0;

  constructor(options: LineOptions) {
    this.#options = { ...options, url: options.url.replace(/\/$/, '') };
    this.#begun = options.clock().getTime();
  }

  get milliseconds(): number {
    return this.#options.clock().getTime() - this.#begun;
  }

  get clock(): Clock {
    return this.#options.clock;
  }

  pause(milliseconds: number): Promise<unknown> {
    return this.#options.pause(milliseconds);
  }

  get(path: string): Promise<HeardAnswer> {
    return this.#send('GET', path, '', {});
  }

  post(path: string, body: string, manner: Manner = {}): Promise<HeardAnswer> {
    return this.#send('POST', path, body, manner);
  }

  /** @throws Broken where no answer came in time; NotTried where a limit is reached */
  #send(method: string, path: string, body: string, manner: Manner): Promise<HeardAnswer> {
    const { url, token: own, tls, most, patience } = this.#options;
    if (this.requests >= most.requests || this.milliseconds >= most.milliseconds)
      throw new NotTried(`the bound of ${most.requests} requests or ${most.milliseconds} ms was reached`);
    this.requests += 1;
    const token = manner.token === undefined ? own : manner.token;
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      ...(token !== null && { Authorization: `Bearer ${token}` }),
      ...(manner.key !== undefined && { 'Idempotency-Key': manner.key }),
    };
    const send = url.startsWith('https:') ? tlsRequest : plainRequest;
    return new Promise((resolve, reject) => {
      const request = send(`${url}/v1/${path}`, { method, headers, ...tls, minVersion: 'TLSv1.2' });
      const limit = setTimeout(
        () => {
          reject(new Broken(`${path} gave no answer within ${patience} ms`));
          request.destroy();
        },
        patience * (manner.halfAfter === undefined ? 1 : 2),
      );
      const end = <Result>(settle: (result: Result) => void, result: Result) => {
        clearTimeout(limit);
        settle(result);
      };
      request.on('error', (error: NodeJS.ErrnoException) =>
        manner.cut
          ? end(resolve, { status: 0, body: undefined })
          : end(reject, new Broken(`${path}: the connection broke (${error.code ?? error.name})`)),
      );
      request.on('response', (response) => {
        const read = text(response.on('data', limitOf(request)));
        read.then(
          (said) => end(resolve, { status: response.statusCode ?? 0, body: parsed(said) }),
          () => end(reject, new Broken(`${path}: the answer broke off, or is too long`)),
        );
      });
      void this.#write(request, Buffer.from(body), manner);
    });
  }

  async #write(request: ClientRequest, body: Buffer, { cut, halfAfter }: Manner): Promise<void> {
    const half = Math.ceil(body.length / 2);
    if (cut === 'inBody') request.write(body.subarray(0, half), () => request.destroy(new Error('cut')));
    else if (cut) request.end(body, () => setImmediate(() => request.destroy(new Error('cut'))));
    else if (halfAfter === undefined) request.end(body);
    else {
      request.write(body.subarray(0, half));
      await halfAfter;
      request.end(body.subarray(half));
    }
  }
}

function limitOf(request: ClientRequest): (chunk: Buffer) => void {
  let length = 0;
  return (chunk) => {
    length += chunk.length;
    if (length > longestAnswer) request.destroy();
  };
}

function parsed(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch {
    return undefined;
  }
}
