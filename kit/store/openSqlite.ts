import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataSource } from 'typeorm';
import { UnfreezeError } from '../errors.ts';
import { SnakeCaseColumns } from './columns.ts';
import { migrate, optionsOf, type Schema } from './schema.ts';
import { SqliteStore } from './sqliteStore.ts';

/**
 * Opens a SQLite database file, brings its tables up to date, and asserts what durability rests on: a
 * write-ahead log and `synchronous = FULL`, without which a power failure can lose the last commits.
 * @param file a path, made with its folder when it is not there
 * @throws UnfreezeError `storeUnavailable`, in the operator's words
 */
export async function openSqlite(file: string, schemas: Schema[]): Promise<SqliteStore> {
  const dataSource = new DataSource({
    type: 'better-sqlite3',
    database: file,
    namingStrategy: new SnakeCaseColumns(),
    enableWAL: true,
    prepareDatabase: (database: { pragma(statement: string): unknown }) => {
      database.pragma('synchronous = FULL');
      database.pragma('busy_timeout = 5000');
      database.pragma('foreign_keys = ON');
      database.pragma('secure_delete = ON');
    },
    ...optionsOf(schemas),
  });
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // SQLite opens a file that it may only read, and would fail with the first customer.
    if (existsSync(file)) closeSync(openSync(file, 'r+'));
    await dataSource.initialize();
    await assertDurable(dataSource);
    await migrate(dataSource, schemas);
    return new SqliteStore(dataSource);
  } catch (cause) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw new UnfreezeError('storeUnavailable', `cannot open the database ${file}: ${reason(cause)}`, {
      cause,
    });
  }
}

async function assertDurable(dataSource: DataSource): Promise<void> {
  const [{ journal_mode }] = await dataSource.query('PRAGMA journal_mode');
  const [{ synchronous }] = await dataSource.query('PRAGMA synchronous');
  if (journal_mode !== 'wal' || synchronous !== 2) {
    throw new Error(`journal_mode is ${journal_mode} and synchronous ${synchronous}, not wal and 2 (FULL)`);
  }
}

function reason(cause: unknown): string {
  const error = cause as { code?: string; message?: string };
  return error.code ? `${error.message} (${error.code})` : String(error.message);
}
