import type { IncomingMessage } from 'node:http';
import pino from 'pino';
import type { Request, Response, Server } from 'restify';
import { Carrier } from '../../demo/carrier.ts';
import { restSide } from '../../demo/restSide.ts';
import { HttpServer } from '../../kit/http/httpServer.ts';
import { developmentAccount } from '../../kit/twilioSettings.ts';

/** What the service asks of the carrier: that a text goes out, or that a call is taken out of what it does. */
export type AskedOfCarrier = 'text' | 'call';

/** What becomes of the next one: it is lost before the carrier has read it, or the carrier does it and its answer is lost. */
type Fate = { asked: AskedOfCarrier; taken: boolean; dies: () => void };

/**
 * The carrier in a process of its own, so that what it was asked for outlives the service: its REST side, and calls and
 * messages as it brings them. It asks the service again until that is back, as Twilio does where connections are overridden so.
 */
export class CarrierOutside {
  readonly carrier: Carrier;
  readonly received: { to: string; body: string }[] = [];
  readonly #server: HttpServer;
  #fate: Fate | undefined;
  #isOver = false;
  #port = 0;

  static async open(service: () => string, clock: () => Date): Promise<CarrierOutside> {
    const outside = new CarrierOutside(service, clock);
    outside.#port = (await outside.#server.listen('127.0.0.1', 0)).port;
    return outside;
  }

  private constructor(service: () => string, clock: () => Date) {
    const { sid: accountSid, token } = developmentAccount;
    this.carrier = new Carrier({
      ...{ accountSid, token, publicUrl: service },
      send: (address, init) => this.#asks(String(address), init),
    });
    const handsets = { receives: (to: string, body: string) => void this.received.push({ to, body }) };
    const rest = restSide({ carrier: this.carrier, handsets, clock });
    const log = pino({ level: 'silent' });
    const meetsItsFate = (server: Server) =>
      void server.pre((request, response, next) => this.#meets(request, response, next));
    this.#server = new HttpServer({
      log,
      https: false,
      checks: { needed: {} },
      routes: [meetsItsFate, rest],
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** What becomes of the next one of this kind; `dies` is done at that moment. */
  next(asked: AskedOfCarrier, fate: Omit<Fate, 'asked'>): void {
    this.#fate = { asked, ...fate };
  }

  #meets(request: Request, response: Response, goesOn: () => void): void {
    const fate = this.#fate;
    if (!fate || askedBy(request) !== fate.asked) {
      goesOn();
      return;
    }
    this.#fate = undefined;
    const dies = () => {
      fate.dies();
      request.socket.destroy();
    };
    if (!fate.taken) {
      dies();
      return;
    }
    // What it would be answered with comes to nobody.
    response.json = dies;
    goesOn();
  }

  async #asks(address: string, init: RequestInit | undefined): Promise<globalThis.Response> {
    // However long that takes on a machine that has much to do.
    const patient = { ...init, signal: null };
    for (;;) {
      try {
        const response = await fetch(address, patient);
        if (response.status >= 500 && !this.#isOver) throw new Error(`${response.status}`);
        return new globalThis.Response(await response.text(), { status: response.status });
      } catch (error) {
        if (this.#isOver) throw error;
        await new Promise((soon) => setTimeout(soon, 50));
      }
    }
  }

  async close(): Promise<void> {
    this.#isOver = true;
    await this.#server.close();
  }
}

function askedBy({ method, url = '' }: IncomingMessage): AskedOfCarrier | undefined {
  if (method !== 'POST') return undefined;
  return url.includes('/Calls/') ? 'call' : 'text';
}
