import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { EmptyDatabase } from './emptyDatabase.ts';

/** One in the PostgreSQL that `globalCluster.ts` has started for the run. */
export async function emptyPostgres(): Promise<EmptyDatabase> {
  const { TEST_POSTGRES_URL } = process.env;
  if (TEST_POSTGRES_URL === undefined) throw new Error('no PostgreSQL was started for this run');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(TEST_POSTGRES_URL);
  url.pathname = name;
  await query(TEST_POSTGRES_URL, `CREATE DATABASE ${name}`);
  return {
    url: url.href,
    content: () => contentOfTables(url.href),
    remove: async () => void (await query(TEST_POSTGRES_URL, `DROP DATABASE ${name} WITH (FORCE)`)),
  };
}

async function query(url: string, statement: string): Promise<Record<string, string>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

async function contentOfTables(url: string): Promise<Buffer> {
  const tables = await query(url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
  const rows = await Promise.all(tables.map(({ tablename }) => query(url, `SELECT * FROM "${tablename}"`)));
  return Buffer.from(JSON.stringify(rows));
}
