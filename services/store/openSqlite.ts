import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataSource, type EntitySchema, type MixedList } from 'typeorm';
import { UnfreezeError } from '../contract/errors.ts';
import { SnakeCaseColumns } from './columns.ts';
import { QueuedStore, type Store } from './store.ts';

/** What a half of the product keeps in a database: its tables and the migrations that make them, oldest first. */
export type Schema = {
  // biome-ignore lint/suspicious/noExplicitAny: TypeORM's own type for "an entity of whatever shape"
  entities: EntitySchema<any>[];
  // biome-ignore lint/complexity/noBannedTypes: TypeORM's own type for a migration class
  migrations: MixedList<Function>;
};

/**
 * Opens a SQLite database file, brings its tables up to date, and asserts what durability rests on: a
 * write-ahead log and `synchronous = FULL`, without which a power failure can lose the last commits.
 * @param file a path, made with its folder when it is not there
 * @throws UnfreezeError `storeUnavailable`, in the operator's words
 */
export async function openSqlite(file: string, schemas: Schema[]): Promise<Store> {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
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
      entities: schemas.flatMap((schema) => schema.entities),
      migrations: schemas.flatMap((schema) => Object.values(schema.migrations)),
      migrationsTransactionMode: 'each',
    });
    await dataSource.initialize();
    await assertDurable(dataSource);
    await dataSource.runMigrations();
    return new QueuedStore(dataSource);
  } catch (cause) {
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
