import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { temporaryFolder } from '../temporaryFolder.ts';

/** An empty database of a test's own: the `DATABASE_URL` of it, and how it goes. */
export type EmptyDatabase = { url: string; remove(): Promise<void> };

/** Both databases that Thawline runs on: what holds for one must hold for the other. */
export const databases: Record<'SQLite' | 'PostgreSQL', () => Promise<EmptyDatabase>> = {
  async SQLite() {
    const { path, remove } = temporaryFolder();
    return { url: `sqlite:${join(path, 'thawline.db')}`, remove: async () => remove() };
  },
  async PostgreSQL() {
    const { TEST_POSTGRES_URL = '' } = process.env;
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    const asOperator = async (statement: string) => {
      const client = new pg.Client(TEST_POSTGRES_URL);
      await client.connect();
      await client.query(statement);
      await client.end();
    };
    await asOperator(`CREATE DATABASE ${name}`);
    const url = new URL(TEST_POSTGRES_URL);
    url.pathname = name;
    return { url: url.href, remove: () => asOperator(`DROP DATABASE ${name} WITH (FORCE)`) };
  },
};

/** A block of tests that holds on either database. */
export function onEachDatabase(title: string, suite: (empty: () => Promise<EmptyDatabase>) => void): void {
  for (const [name, empty] of Object.entries(databases)) describe(`${title}, on ${name}`, () => suite(empty));
}
