import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { minutes } from '../../kit/time.ts';
import { TestAuthority } from '../kit/http/tls/testAuthority.ts';

const host = 'api.twilio.com';

/**
 * Stands where the carrier's REST side is, for a service that goes out through a proxy: the proxy leads every
 * connection here, and the certificate is of an authority that the service is told to trust.
 */
export class ProviderStandIn {
  /** What was sent, to whom, and where the carrier is to report what becomes of it, the newest last. */
  readonly messages: { to: string; body: string; reportTo: string | null }[] = [];
  readonly #arrivals = new EventEmitter();
  readonly #proxy: Server;
  readonly #authority: string;
  readonly #sockets = new Set<Socket>();

  private constructor(proxy: Server, authority: string) {
    this.#proxy = proxy;
    this.#authority = authority;
  }

  static async open(folder: string): Promise<ProviderStandIn> {
    const authority = await TestAuthority.create(folder);
    const files = await authority.issue({ role: 'server', name: host });
    const [cert, key] = [files.PROCESSOR_TLS_CERT, files.PROCESSOR_TLS_KEY].map((file) => readFileSync(file));
    const proxy = createServer();
    const standIn = new ProviderStandIn(proxy, authority.file);
    const provider = createHttpsServer({ cert, key }, async (request, response) => {
      const form = new URLSearchParams(await text(request));
      const [to = '', body = ''] = ['To', 'Body'].map((name) => form.get(name) ?? '');
      standIn.messages.push({ to, body, reportTo: form.get('StatusCallback') });
      standIn.#arrivals.emit('message');
      const sid = `SM${String(standIn.messages.length).padStart(32, '0')}`;
      response.writeHead(201, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ sid }));
    });
    // Else it would close a connection just as the service, which looks each five seconds, sends the next message on it.
    provider.keepAliveTimeout = 10 * minutes;
    proxy.on('connect', (_request, socket: Socket) => {
      standIn.#sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      provider.emit('connection', socket);
    });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    return standIn;
  }

  /** What the service is started with, so that it finds it. */
  get settings(): Record<string, string> {
    const { port } = this.#proxy.address() as AddressInfo;
    return { HTTP_PROXY: `http://127.0.0.1:${port}`, NODE_EXTRA_CA_CERTS: this.#authority };
  }

  async nextMessage(): Promise<void> {
    await once(this.#arrivals, 'message');
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#proxy.close();
  }
}
