import { DataSource } from 'typeorm';
import { UnfreezeError } from '../errors.ts';
import { minutes, seconds } from '../time.ts';
import type { BreakableClient } from './breakableClient.ts';
import { SnakeCaseColumns } from './columns.ts';
import { PostgresStore } from './postgresStore.ts';
import { migrate, optionsOf, type Schema } from './schema.ts';

/**
 * Taken while tables are made; "thaw" in ASCII. The versions before took it for each transaction: their processes wait
 * for the new tables, and then fail on them.
 */
export const migrationLock = 0x74686177;

/**
 * Opens a PostgreSQL database, brings its tables up to date, one process at a time, and asserts what durability
 * rests on: `fsync`, and a `synchronous_commit` that waits for the disk.
 * @param url `postgres://user:password@host:port/database`; `sslmode` and the like may follow (libpq, section 34.1.1), and
 * `statements=unnamed` where a pooler stands between that does not keep named statements
 * @throws UnfreezeError `storeUnavailable`, in the operator's words and without the password; `settingsInvalid` where the
 * database cannot hold what customers write
 */
export async function openPostgres(url: string, schemas: Schema[]): Promise<PostgresStore> {
  const { address, Client } = await clientOf(url);
  const dataSource = new DataSource({
    type: 'postgres',
    url: address,
    applicationName: 'thawline',
    namingStrategy: new SnakeCaseColumns(),
    connectTimeoutMS: 5 * seconds,
    poolSize: 10,
    // An idle connection that breaks is replaced by the pool; without a listener the error would end the process.
    poolErrorHandler: () => {},
    extra: {
      Client,
      lock_timeout: 10 * seconds,
      statement_timeout: 1 * minutes,
      idle_in_transaction_session_timeout: 1 * minutes,
    },
    ...optionsOf(schemas),
  });
  try {
    await dataSource.initialize();
    await assertDurable(dataSource);
    await assertHoldsAnyText(dataSource);
    await migrateAlone(dataSource, schemas);
    return new PostgresStore(dataSource);
  } catch (cause) {
    if (dataSource.isInitialized) await dataSource.destroy();
    if (cause instanceof UnfreezeError) throw cause;
    throw new UnfreezeError('storeUnavailable', `cannot open the database ${place(url)}: ${reason(cause)}`, {
      cause,
    });
  }
}

/** Only who uses PostgreSQL waits for its library. */
async function clientOf(url: string): Promise<{ address: string; Client: typeof BreakableClient }> {
  const parsed = URL.parse(url);
  if (parsed?.searchParams.get('statements') !== 'unnamed') {
    return { address: url, Client: (await import('./namingClient.ts')).NamingClient };
  }
  parsed.searchParams.delete('statements');
  return { address: parsed.href, Client: (await import('./breakableClient.ts')).BreakableClient };
}

async function assertDurable(dataSource: DataSource): Promise<void> {
  const [{ fsync }] = await dataSource.query('SHOW fsync');
  const [{ synchronous_commit }] = await dataSource.query('SHOW synchronous_commit');
  if (fsync !== 'on' || synchronous_commit === 'off') {
    throw new Error(
      `fsync is ${fsync} and synchronous_commit ${synchronous_commit}, which can lose the last commits`,
    );
  }
}

async function assertHoldsAnyText(dataSource: DataSource): Promise<void> {
  const [{ server_encoding }] = await dataSource.query('SHOW server_encoding');
  if (server_encoding === 'UTF8') return;
  throw new UnfreezeError(
    'settingsInvalid',
    `DATABASE_URL: the encoding of that database is ${server_encoding}, which cannot hold what customers write in ` +
      "Chinese: make another one with ENCODING 'UTF8' TEMPLATE template0",
  );
}

/** Processes that start together would otherwise make the same tables at once. */
async function migrateAlone(dataSource: DataSource, schemas: Schema[]): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await migrate(dataSource, schemas);
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => {});
    await runner.release();
  }
}

function place(url: string): string {
  const parsed = URL.parse(url);
  return parsed ? `${parsed.protocol}//${parsed.host}${parsed.pathname}` : 'of DATABASE_URL';
}

function reason(cause: unknown): string {
  const { code, message } = cause as { code?: string; message?: string };
  return [message, code && `(${code})`].filter(Boolean).join(' ');
}
