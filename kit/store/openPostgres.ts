import { DataSource } from 'typeorm';
import { UnfreezeError } from '../errors.ts';
import { minutes } from '../time.ts';
import { SnakeCaseColumns } from './columns.ts';
import { type PostgresAddress, readAddress } from './postgresAddress.ts';
import { PostgresStore } from './postgresStore.ts';
import { migrate, optionsOf, type Schema } from './schema.ts';
import type { TogetherClient } from './togetherClient.ts';

/**
 * Taken while tables are made; "thaw" in ASCII. The versions before took it for each transaction: their processes wait
 * for the new tables, and then fail on them.
 */
export const migrationLock = 0x74686177;

/**
 * Opens a PostgreSQL database, brings its tables up to date, one process at a time, and asserts what durability
 * rests on: `fsync`, and a `synchronous_commit` that waits for the disk.
 * @param url `postgres://user:password@host:port/database`; `sslmode` and the like may follow (libpq, section 34.1.1), and
 * what `readAddress` takes
 * @throws UnfreezeError `storeUnavailable`, in the operator's words and without the password; `settingsInvalid` where the
 * database cannot hold what customers write
 */
export async function openPostgres(url: string, schemas: Schema[]): Promise<PostgresStore> {
  const address = readAddress(url);
  const limits = limitsOf(address.patience);
  let dataSource = await dataSourceAt(address, schemas, limits);
  let isPooled = false;
  try {
    await dataSource.initialize().catch(async (error: unknown) => {
      if (!refusesParameters.test(String((error as Error).message))) throw error;
      // A pooler takes no such parameters: each transaction says them then.
      isPooled = true;
      dataSource = await dataSourceAt(address, schemas, { query_timeout: limits.statement_timeout });
      await dataSource.initialize();
    });
    await assertDurable(dataSource);
    await assertHoldsAnyText(dataSource);
    await migrateAlone(dataSource, schemas, limits.lock_timeout);
    return new PostgresStore(dataSource, isPooled ? limits : {});
  } catch (cause) {
    if (dataSource.isInitialized) await dataSource.destroy();
    if (cause instanceof UnfreezeError) throw cause;
    throw new UnfreezeError('storeUnavailable', `cannot open the database ${place(url)}: ${reason(cause)}`, {
      cause,
    });
  }
}

/** PgBouncer's error for a connection parameter that it does not pass on. */
const refusesParameters = /unsupported startup parameter/i;

/** Time limits in milliseconds, by PostgreSQL's names for them. */
function limitsOf(patience: number) {
  return {
    lock_timeout: 2 * patience,
    statement_timeout: 1 * minutes,
    idle_in_transaction_session_timeout: 1 * minutes,
  };
}

async function dataSourceAt(
  { url, isNaming, pool, patience }: PostgresAddress,
  schemas: Schema[],
  limits: Record<string, number>,
): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: 'thawline',
    namingStrategy: new SnakeCaseColumns(),
    connectTimeoutMS: patience,
    poolSize: pool,
    // An idle connection that breaks is replaced by the pool; without a listener the error would end the process.
    poolErrorHandler: () => {},
    extra: { Client: await clientOf(isNaming), ...limits },
    ...optionsOf(schemas),
  });
}

/** Loaded here, so that an installation on SQLite does not wait for the library. */
async function clientOf(isNaming: boolean): Promise<typeof TogetherClient> {
  return isNaming
    ? (await import('./namingClient.ts')).NamingClient
    : (await import('./togetherClient.ts')).TogetherClient;
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

/**
 * Processes that start together would otherwise make the same tables at once. The lock is that of a transaction, since a
 * pooler may give what follows another connection.
 * @param lockTimeout where the database has none of its own
 */
async function migrateAlone(dataSource: DataSource, schemas: Schema[], lockTimeout: number): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('START TRANSACTION');
    await runner.query(
      "SELECT set_config('lock_timeout', COALESCE(NULLIF(current_setting('lock_timeout'), '0'), $1), true)",
      [`${lockTimeout}ms`],
    );
    await runner.query("SELECT set_config('idle_in_transaction_session_timeout', '0', true)");
    await runner.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await migrate(dataSource, schemas);
  } finally {
    await runner.query('ROLLBACK').catch(() => {});
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
