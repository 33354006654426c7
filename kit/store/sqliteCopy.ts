import { DataSource } from 'typeorm';
import { UnfreezeError } from '../errors.ts';
import { SnakeCaseColumns } from './columns.ts';
import { optionsOf, type Schema } from './schema.ts';
import { SqliteStore } from './sqliteStore.ts';

/**
 * Copies a SQLite database as it is at one moment, beside whoever writes to it: into one file without a log, and without
 * what was deleted.
 * @param to a file that is not there yet
 * @throws UnfreezeError `storeUnavailable`, in the operator's words
 */
export async function copySqlite(file: string, to: string): Promise<void> {
  const dataSource = new DataSource({ type: 'better-sqlite3', database: file, fileMustExist: true });
  try {
    await dataSource.initialize();
    await dataSource.query('PRAGMA busy_timeout = 5000');
    await dataSource.query('VACUUM INTO ?', [to]);
  } catch (cause) {
    throw new UnfreezeError('storeUnavailable', `cannot copy the database ${file}: ${reason(cause)}`, {
      cause,
    });
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}

/**
 * Opens a copy as it is: no table is brought up to date, nothing is written, and nothing beside it is made.
 * @throws UnfreezeError `storeUnavailable` where it is no database, or a damaged one
 */
export async function openSqliteCopy(file: string, schemas: Schema[]): Promise<SqliteStore> {
  const { entities } = optionsOf(schemas);
  const namingStrategy = new SnakeCaseColumns();
  const dataSource = new DataSource({
    type: 'better-sqlite3',
    database: file,
    readonly: true,
    fileMustExist: true,
    namingStrategy,
    entities,
  });
  try {
    await dataSource.initialize();
    const [{ integrity_check: found }] = await dataSource.query('PRAGMA integrity_check(1)');
    if (found !== 'ok') throw new Error('it is damaged');
    return new SqliteStore(dataSource);
  } catch (cause) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw new UnfreezeError('storeUnavailable', `cannot read the copy ${file}: ${reason(cause)}`, { cause });
  }
}

function reason(cause: unknown): string {
  const { code, message } = cause as { code?: string; message?: string };
  if (code === 'SQLITE_FULL') return 'the disk of the copy is full (SQLITE_FULL)';
  return code ? `${message} (${code})` : String(message);
}
