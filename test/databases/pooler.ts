import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { temporaryFolder } from '../temporaryFolder.ts';
import { freePort } from './cluster.ts';

const program = '/usr/sbin/pgbouncer';
/** Debian's package; without it the tests of a pooler say so and pass over. */
export const hasPooler = existsSync(program);

/** PgBouncer in transaction mode: each transaction may have another connection of the database. */
export class Pooler {
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #remove: () => void;

  private constructor(url: string, process: ChildProcess, remove: () => void) {
    this.url = url;
    this.#process = process;
    this.#remove = remove;
  }

  /** @param to the address of a database */
  static async before(to: string): Promise<Pooler> {
    const folder = temporaryFolder();
    const { hostname, port, username, password, pathname } = new URL(to);
    const own = await freePort();
    const file = join(folder.path, 'pgbouncer.ini');
    writeFileSync(
      file,
      `[databases]
* = host=${hostname} port=${port} user=${username} password=${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${own}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 4
server_round_robin = 1
`,
      { mode: 0o644 },
    );
    const isRoot = userInfo().uid === 0;
    const child = spawn(program, ['-q', ...(isRoot ? ['-u', 'nobody'] : []), file], { stdio: 'ignore' });
    await answers(own);
    const url = `postgres://${username}:x@127.0.0.1:${own}${pathname}?statements=unnamed`;
    return new Pooler(url, child, () => folder.remove());
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGKILL');
    await ended;
    this.#remove();
  }
}

async function answers(port: number): Promise<void> {
  for (;;) {
    const isUp = await new Promise<boolean>((resolve) => {
      const socket = createConnection(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
