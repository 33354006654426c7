import type { DataSource, EntitySchema, MixedList } from 'typeorm';
import type { Store } from './store.ts';

/** What a half of the product keeps in a database: its tables and the migrations that make them, oldest first. */
export type Schema = {
  // biome-ignore lint/suspicious/noExplicitAny: TypeORM's own type for "an entity of whatever shape"
  entities: EntitySchema<any>[];
  // biome-ignore lint/complexity/noBannedTypes: TypeORM's own type for a migration class
  migrations: MixedList<Function>;
  /** How the names of its migrations begin, by which they are told from those of the other half in the same database. */
  prefixes: string[];
};

/** The options of a TypeORM data source for these schemas. */
export function optionsOf(schemas: Schema[]) {
  return {
    entities: schemas.flatMap((schema) => schema.entities),
    migrations: schemas.flatMap((schema) => Object.values(schema.migrations)),
  } as const;
}

/** How the migrations of a database run: each in a transaction of its own, or all in one that its opener has begun. */
type Mode = 'each' | 'none';

/**
 * Brings the tables up to date.
 * @throws Error where a newer version has been at work: what it keeps there this one may not understand
 */
export async function migrate(dataSource: DataSource, schemas: Schema[], mode: Mode = 'each'): Promise<void> {
  const known = namesOf(dataSource);
  const prefixes = schemas.flatMap((schema) => schema.prefixes);
  const isOurs = (name: string) => prefixes.some((prefix) => name.startsWith(prefix));
  const unknown = (await executed(dataSource)).filter((name) => isOurs(name) && !known.includes(name));
  if (unknown.length > 0) throw new Error(`a newer version has made tables in it (${unknown.join(', ')})`);
  await dataSource.runMigrations({ transaction: mode });
}

/** Whether `migrate` has nothing to do: so that it can be found out without a lock. */
export async function isUpToDate(dataSource: DataSource): Promise<boolean> {
  const done = await executed(dataSource);
  return done.length > 0 && namesOf(dataSource).every((name) => done.includes(name));
}

function namesOf({ migrations }: DataSource): string[] {
  return migrations.map(({ name = '' }) => name);
}

/** Whether a database has the tables of a schema. */
export function hasTablesOf(store: Store, { prefixes }: Schema): Promise<boolean> {
  return store.read(async (manager) => {
    const rows: { name: string }[] = await manager.query('SELECT name FROM migrations');
    return rows.some(({ name }) => prefixes.some((prefix) => name.startsWith(prefix)));
  });
}

async function executed(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    if (!(await runner.hasTable('migrations'))) return [];
    const rows: { name: string }[] = await runner.query('SELECT name FROM migrations');
    return rows.map(({ name }) => name);
  } finally {
    await runner.release();
  }
}
