import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { UnfreezeError } from '../errors.ts';
import { keepFromOthers } from './ownersOnly.ts';

/**
 * The claim of one process to have a SQLite database for itself, against others that claim the same. Everybody else may
 * read and write beside it. It is a lock of SQLite's own on a file beside the database, so that it ends with its process,
 * however that ends, and leaves nothing that could be taken for one.
 */
export class OwnFile {
  readonly #file: string;
  #lock: DataSource | undefined;

  private constructor(file: string) {
    this.#file = file;
  }

  /** @returns undefined for a database that processes share */
  static of(databaseUrl: string): OwnFile | undefined {
    const [, file] = /^sqlite:(.+)$/.exec(databaseUrl) ?? [];
    return file === undefined ? undefined : new OwnFile(file);
  }

  /** @throws UnfreezeError `storeUnavailable` where another process has it */
  async take(): Promise<void> {
    mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 });
    const database = `${existsSync(this.#file) ? realpathSync(this.#file) : resolve(this.#file)}.owner`;
    const lock = new DataSource({ type: 'better-sqlite3', database, timeout: 0 });
    try {
      // An account that can open the file could hold its lock, and keep the service from starting.
      keepFromOthers(database);
      await lock.initialize();
      // A journal on the disk would stay behind where the process ends with its lock.
      await lock.query('PRAGMA journal_mode = MEMORY');
      await lock.query('BEGIN EXCLUSIVE');
      this.#lock = lock;
    } catch (cause) {
      if (lock.isInitialized) await lock.destroy();
      throw new UnfreezeError(
        'storeUnavailable',
        `cannot open the database ${this.#file}: ${reason(cause)}`,
        {
          cause,
        },
      );
    }
  }

  async release(): Promise<void> {
    await this.#lock?.destroy();
    this.#lock = undefined;
  }
}

function reason(cause: unknown): string {
  const { code = '', message } = cause as { code?: string; message?: string };
  return code.startsWith('SQLITE_BUSY')
    ? 'another bot works on it (several bots need PostgreSQL)'
    : `its owner cannot be noted beside it: ${message}`;
}
