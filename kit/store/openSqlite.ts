import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataSource } from 'typeorm';
import { UnfreezeError } from '../errors.ts';
import { SnakeCaseColumns } from './columns.ts';
import { keepFromOthers } from './ownersOnly.ts';
import { isUpToDate, migrate, optionsOf, type Schema } from './schema.ts';
import { attachApart } from './sqliteApart.ts';
import { queryAtOnce } from './sqliteQueries.ts';
import { SqliteStore, standsStill } from './sqliteStore.ts';

/** The part of a better-sqlite3 connection that is used here. */
type Connection = { pragma(statement: string): unknown; prepare(statement: string): unknown };

/**
 * Opens a SQLite database file, brings its tables up to date, and asserts what durability rests on: a
 * write-ahead log and `synchronous = FULL`, without which a power failure can lose the last commits.
 * @param file a path, made with its folder when it is not there
 * @param patience how long a transaction waits for another process's write, in milliseconds
 * @throws UnfreezeError `storeUnavailable`, in the operator's words
 */
export async function openSqlite(file: string, schemas: Schema[], patience?: number): Promise<SqliteStore> {
  const dataSource = new DataSource({
    type: 'better-sqlite3',
    database: file,
    namingStrategy: new SnakeCaseColumns(),
    enableWAL: true,
    prepareDatabase: (database: Connection) => {
      writeFromTheBegin(database);
      // Until it is open nobody else waits for this process.
      database.pragma('busy_timeout = 5000');
      database.pragma('synchronous = FULL');
      database.pragma('foreign_keys = ON');
      database.pragma('secure_delete = ON');
      // Otherwise pages as they were before a savepoint go to files outside of the database's folder, which costs time as well.
      database.pragma('temp_store = MEMORY');
    },
    ...optionsOf(schemas),
  });
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // SQLite opens a file that it may only read, and would fail with the first customer.
    if (existsSync(file)) closeSync(openSync(file, 'r+'));
    keepFromOthers(file);
    await dataSource.initialize();
    queryAtOnce(dataSource);
    await assertDurable(dataSource);
    await migrateAlone(dataSource, schemas);
    await attachApart(
      dataSource,
      file,
      schemas.flatMap(({ apart = [] }) => apart),
    );
    await dataSource.query(`PRAGMA busy_timeout = ${standsStill}`);
    return new SqliteStore(dataSource, patience);
  } catch (cause) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw new UnfreezeError('storeUnavailable', `cannot open the database ${file}: ${reason(cause)}`, {
      cause,
    });
  }
}

/**
 * TypeORM begins a transaction as a reader that becomes a writer later. Where another process has written in between,
 * SQLite refuses that at once; a transaction that is a writer from its beginning waits for its turn instead.
 */
function writeFromTheBegin(database: Connection): void {
  const prepare = database.prepare.bind(database);
  database.prepare = (statement) =>
    prepare(statement === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : statement);
}

/** The lock keeps processes that start together from making the same tables at once. */
async function migrateAlone(dataSource: DataSource, schemas: Schema[]): Promise<void> {
  // A long import keeps out writers, and need not keep out who has nothing to write.
  if (await isUpToDate(dataSource)) return migrate(dataSource, schemas);
  // Inside a transaction SQLite does not listen to this, and a migration may replace a table that others refer to.
  await dataSource.query('PRAGMA foreign_keys = OFF');
  await dataSource.query('BEGIN IMMEDIATE');
  try {
    await migrate(dataSource, schemas, 'none');
    await dataSource.query('COMMIT');
  } catch (error) {
    await dataSource.query('ROLLBACK');
    throw error;
  } finally {
    await dataSource.query('PRAGMA foreign_keys = ON');
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
