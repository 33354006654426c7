import type { DataSource } from 'typeorm';
import { isPostgres, tablesOf } from './dataSource.ts';

/** What a table is made of, without the order of its columns and without the names of its constraints. */
export type Shape = { columns: unknown[]; indexes: string[]; constraints: string[] };

/** The shape of every table, so that two databases of one kind can be held against each other. */
export async function shapeOf(dataSource: DataSource): Promise<Record<string, Shape>> {
  const shape = isPostgres(dataSource) ? shapeInPostgres : shapeInSqlite;
  const shapes: Record<string, Shape> = {};
  for (const table of await tablesOf(dataSource)) shapes[table] = await shape(dataSource, table);
  return shapes;
}

async function shapeInPostgres(dataSource: DataSource, table: string): Promise<Shape> {
  const texts = async (statement: string) =>
    (await dataSource.query<{ text: string }[]>(statement, [table])).map(({ text }) => text);
  return {
    columns: await dataSource.query(
      `SELECT column_name, data_type, is_nullable, column_default FROM information_schema.columns
       WHERE table_name = $1 ORDER BY column_name`,
      [table],
    ),
    indexes: await texts(
      `SELECT indexdef AS text FROM pg_indexes WHERE tablename = $1
       AND indexname NOT IN (SELECT conname FROM pg_constraint) ORDER BY text`,
    ),
    constraints: await texts(
      `SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint
       WHERE conrelid = $1::regclass AND contype <> 'n' ORDER BY text`,
    ),
  };
}

type Column = { name: string; type: string; notnull: number; dflt_value: string | null; pk: number };
type Index = { name: string; origin: string };
type Key = { table: string; from: string; to: string; on_delete: string };

async function shapeInSqlite(dataSource: DataSource, table: string): Promise<Shape> {
  const ask = <Found>(statement: string) => dataSource.query<Found[]>(statement);
  const columns = await ask<Column>(`PRAGMA table_info(${table})`);
  const indexes = await ask<Index>(`PRAGMA index_list(${table})`);
  const keys = await ask<Key>(`PRAGMA foreign_key_list(${table})`);
  const columnsOf = async ({ name }: Index) =>
    (await ask<{ name: string }>(`PRAGMA index_info(${name})`)).map((column) => column.name);
  const made = async (where: string) =>
    (await ask<{ sql: string }>(`SELECT sql FROM sqlite_master WHERE ${where}`)).map(({ sql }) => plain(sql));
  const unique = indexes.filter(({ origin }) => origin === 'u').map(columnsOf);
  const checks = (await made(`name = '${table}'`)).flatMap((sql) => [...sql.matchAll(/check \(.*?\)\)/g)]);
  return {
    // What older SQL left nullable in a primary key is never null there.
    columns: columns
      .map(({ name, type, notnull, dflt_value: usual, pk }) => [
        name,
        type,
        notnull || pk > 0 ? 1 : 0,
        usual,
        pk,
      ])
      .sort(),
    indexes: (await made(`type = 'index' AND tbl_name = '${table}' AND sql IS NOT NULL`)).sort(),
    constraints: [
      ...(await Promise.all(unique)).map((names) => `unique (${names})`),
      ...keys.map(({ from, table: other, to, on_delete }) => `${from} → ${other} (${to}) ${on_delete}`),
      ...checks.map(([check]) => check),
    ].sort(),
  };
}

function plain(sql: string): string {
  return sql.replace(/"/g, '').replace(/\s+/g, ' ').toLowerCase().trim();
}
