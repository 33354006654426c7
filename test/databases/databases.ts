import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { temporaryFolder } from '../temporaryFolder.ts';

/**
 * An empty database of a test's own: the `DATABASE_URL` of it, all that its files or its tables hold, byte for byte,
 * and how it goes.
 */
export type EmptyDatabase = { url: string; content(): Promise<Buffer>; remove(): Promise<void> };

/** Both databases that Thawline runs on: what holds for one must hold for the other. */
export const databases: Record<'SQLite' | 'PostgreSQL', () => Promise<EmptyDatabase>> = {
  async SQLite() {
    const { path, remove } = temporaryFolder();
    const content = async () =>
      Buffer.concat(readdirSync(path).map((name) => readFileSync(join(path, name))));
    return { url: `sqlite:${join(path, 'thawline.db')}`, content, remove: async () => remove() };
  },
  async PostgreSQL() {
    const { TEST_POSTGRES_URL = '' } = process.env;
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    const url = new URL(TEST_POSTGRES_URL);
    url.pathname = name;
    await query(TEST_POSTGRES_URL, `CREATE DATABASE ${name}`);
    return {
      url: url.href,
      content: () => contentOfTables(url.href),
      remove: async () => void (await query(TEST_POSTGRES_URL, `DROP DATABASE ${name} WITH (FORCE)`)),
    };
  },
};

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

/** A block of tests that holds on either database. */
export function onEachDatabase(title: string, suite: (empty: () => Promise<EmptyDatabase>) => void): void {
  for (const [name, empty] of Object.entries(databases)) describe(`${title}, on ${name}`, () => suite(empty));
}
