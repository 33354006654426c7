import { existsSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { SnakeCaseColumns } from '../../kit/store/columns.ts';
import { optionsOf, type Schema } from '../../kit/store/schema.ts';
import { fileApart } from '../../kit/store/sqliteApart.ts';

/** A database as the ORM alone opens it: nothing is made there and nothing checked. */
async function openDataSource(url: string, schemas: Schema[] = []): Promise<DataSource> {
  const shared = { namingStrategy: new SnakeCaseColumns(), ...optionsOf(schemas) };
  const dataSource = url.startsWith('sqlite:')
    ? new DataSource({ type: 'better-sqlite3', database: url.slice('sqlite:'.length), ...shared })
    : new DataSource({ type: 'postgres', url, ...shared });
  await dataSource.initialize();
  const apart = url.startsWith('sqlite:') ? fileApart(url.slice('sqlite:'.length)) : '';
  if (existsSync(apart)) await dataSource.query('ATTACH DATABASE ? AS apart', [apart]);
  return dataSource;
}

/** Works on such a database and closes it. */
export async function withDataSource<Result>(
  url: string,
  work: (dataSource: DataSource) => Promise<Result>,
  schemas: Schema[] = [],
): Promise<Result> {
  const dataSource = await openDataSource(url, schemas);
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

export const isPostgres = ({ options }: DataSource): boolean => options.type === 'postgres';

/** The names of its tables, but for those that SQLite and the ORM keep for themselves. */
export async function tablesOf(dataSource: DataSource): Promise<string[]> {
  const statement = isPostgres(dataSource)
    ? "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'"
    : "SELECT name FROM sqlite_master WHERE type = 'table'";
  const rows: { name: string }[] = await dataSource.query(statement);
  const names = rows.map(({ name }) => name);
  return names.filter((name) => !/^(sqlite_|migrations$|typeorm_)/.test(name)).sort();
}

/** The migrations that it has run. */
export async function migrationsOf(dataSource: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await dataSource.query('SELECT name FROM migrations ORDER BY id');
  return rows.map(({ name }) => name);
}

export type Row = Record<string, unknown>;

/** All rows of a table, by its columns' own names. */
export async function rowsOf(dataSource: DataSource, table: string): Promise<Row[]> {
  const rows: Row[] = await dataSource.query(`SELECT * FROM ${table}`);
  return rows.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

/** The names of a table's columns. */
export async function columnsOf(dataSource: DataSource, table: string): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    return (await runner.getTable(table))?.columns.map(({ name }) => name) ?? [];
  } finally {
    await runner.release();
  }
}

/** What stands in some columns of a row. */
export function pick(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => columns.includes(column)));
}

export async function insertRows(dataSource: DataSource, table: string, rows: Row[]): Promise<void> {
  for (const row of rows) {
    const columns = Object.keys(row);
    const values = columns.map((column, place) => dataSource.driver.createParameter(column, place));
    await dataSource.query(`INSERT INTO ${table} (${columns}) VALUES (${values})`, Object.values(row));
  }
}

/** The names of all that changes the tables of these schemas, in order. */
export function migrationNames(...schemas: Schema[]): string[] {
  const moment = (name: string) => Number(name.slice(-13));
  return schemas.flatMap(({ migrations }) =>
    migrations
      .map((Migration) => new Migration().name ?? '')
      .sort((one, other) => moment(one) - moment(other)),
  );
}
