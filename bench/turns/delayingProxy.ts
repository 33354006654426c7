import { connect, createServer, type Socket } from 'node:net';

/**
 * Stands between a service and its database as a network would: what the service sends arrives later, in its order. What
 * comes back is not held up, so that a round trip takes longer by the delay.
 */
export class DelayingProxy {
  /** The same address by way of the proxy. */
  readonly url: string;
  readonly #passed;
  readonly #server;
  readonly #sockets: Set<Socket>;

  private constructor(
    url: string,
    server: ReturnType<typeof createServer>,
    { sockets, passed }: { sockets: Set<Socket>; passed: { bytes: number } },
  ) {
    this.#passed = passed;
    this.url = url;
    this.#server = server;
    this.#sockets = sockets;
  }

  /** @param delay in ms, of each round trip */
  static async to(databaseUrl: string, delay: number): Promise<DelayingProxy> {
    const { hostname, port } = new URL(databaseUrl);
    const sockets = new Set<Socket>();
    const passed = { bytes: 0 };
    const server = createServer((service) => {
      const database = connect(Number(port), hostname);
      for (const [one, other] of [
        [service, database],
        [database, service],
      ] as const) {
        sockets.add(one.setNoDelay());
        one.on('error', () => other.destroy());
        one.on('close', () => {
          sockets.delete(one);
          other.destroy();
        });
      }
      // Timers of the same length run in the order in which they were set.
      service.on('data', (chunk) => {
        passed.bytes += chunk.length;
        setTimeout(() => database.writable && database.write(chunk), delay);
      });
      database.on('data', (chunk) => {
        passed.bytes += chunk.length;
      });
      database.pipe(service);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = new URL(databaseUrl);
    address.port = String(Object(server.address()).port);
    return new DelayingProxy(address.href, server, { sockets, passed });
  }

  /** How many bytes have gone through, in both directions. */
  get bytes(): number {
    return this.#passed.bytes;
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}
