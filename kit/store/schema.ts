import type { DataSource, EntitySchema } from 'typeorm';
import {
  executedMigrations,
  type FirstMigration,
  firstMigration,
  type MigrationClass,
} from './firstMigration.ts';
import type { Store } from './store.ts';
import type { TableApart } from './tableApart.ts';

/** The tables of one half of the product and the migrations that make them, oldest first. */
export type Schema = {
  // biome-ignore lint/suspicious/noExplicitAny: TypeORM's own type for "an entity of whatever shape"
  entities: EntitySchema<any>[];
  migrations: MigrationClass[];
  /** Those of its tables that no backup may have. */
  apart?: readonly TableApart[];
  /** How the names of its migrations begin, by which they are told from those of the other half in the same database. */
  prefix: string;
  /** The migrations of the version before, all of which a database must have run to be taken over. */
  replaces?: readonly string[];
};

/** A table and the migrations that changed it after the first one. */
type Migrated = {
  rows: Schema['entities'][number];
  migrations?: readonly MigrationClass[];
  apart?: TableApart;
};

/** Puts the schema of a half together from its first migration and its tables' own lists. */
export function schemaOf(prefix: string, first: FirstMigration, tables: readonly Migrated[]): Schema {
  return {
    entities: tables.map(({ rows }) => rows),
    migrations: [firstMigration(first), ...tables.flatMap(({ migrations = [] }) => migrations)].toSorted(
      (one, other) => momentOf(one) - momentOf(other),
    ),
    apart: tables.flatMap(({ apart }) => apart ?? []),
    prefix,
    replaces: first.replaces,
  };
}

/** The moment when a migration was written, in milliseconds: the end of its name. */
function momentOf(Migration: MigrationClass): number {
  return Number(new Migration().name?.slice(-13));
}

/** The options of a TypeORM data source for these schemas. */
export function optionsOf(schemas: Schema[]) {
  return {
    entities: schemas.flatMap((schema) => schema.entities),
    migrations: schemas.flatMap((schema) => schema.migrations),
  } as const;
}

/** Whether each migration runs in its own transaction, or all run in one that the opener has begun. */
type Mode = 'each' | 'none';

/**
 * Brings the tables up to date.
 * @throws Error where a newer version has taken away what this one uses, or an older one than the version before has been
 * at work; then nothing is changed
 */
export async function migrate(dataSource: DataSource, schemas: Schema[], mode: Mode = 'each'): Promise<void> {
  const done = await executed(dataSource);
  for (const schema of schemas) assertKnown(schema, done, namesOf(dataSource));
  await dataSource.runMigrations({ transaction: mode });
}

function assertKnown({ prefix, replaces = [] }: Schema, done: string[], known: string[]): void {
  const lacking = replaces.filter((name) => !done.includes(name));
  if (lacking.length > 0 && lacking.length < replaces.length)
    throw new Error(
      'its tables are of an older version, and this one takes over only those of the version before it: start that ' +
        `version on this database once, then this one (not done: ${lacking.join(', ')})`,
    );
  const contracted = newerThan({ prefix, replaces }, done, known).filter((name) =>
    isContraction(prefix, name),
  );
  if (contracted.length > 0)
    throw new Error(`a newer version has taken away in it what this one uses (${contracted.join(', ')})`);
}

/** The migrations of a half that a database has run and this version does not know. */
export function newerThan(
  { prefix, replaces = [] }: Pick<Schema, 'prefix' | 'replaces'>,
  done: readonly string[],
  known: readonly string[],
): string[] {
  return done.filter((name) => name.startsWith(prefix) && !known.includes(name) && !replaces.includes(name));
}

/**
 * Whether a migration takes something away that a version before it uses. An older process cannot read what a newer
 * migration does: so it says so in its name. All others add only what an older process passes over.
 */
export function isContraction(prefix: string, name: string): boolean {
  return name.startsWith(`${prefix}Contract`);
}

/** The same schema without migrations, for a database that must keep its version. */
export function asItIs({ entities }: Schema): Schema {
  return { entities, migrations: [], prefix: '(none)' };
}

/** The names of the migrations that the database of a store has run. */
export function ranMigrations(store: Store): Promise<string[]> {
  return store.read((manager) => executedMigrations(manager));
}

/** Whether no migration is left to run. It needs no lock. */
export async function isUpToDate(dataSource: DataSource): Promise<boolean> {
  const done = await executed(dataSource);
  return done.length > 0 && namesOf(dataSource).every((name) => done.includes(name));
}

/** The names of the migrations of a schema, oldest first. */
export function migrationsOf({ migrations }: Schema): string[] {
  return migrations.map((Migration) => new Migration().name ?? '');
}

function namesOf({ migrations }: DataSource): string[] {
  return migrations.map(({ name = '' }) => name);
}

/** Whether a database has the tables of a schema. */
export function hasTablesOf(store: Store, { prefix, replaces = [] }: Schema): Promise<boolean> {
  return store.read(async (manager) => {
    const names = await executedMigrations(manager);
    return names.some((name) => name.startsWith(prefix) || replaces.includes(name));
  });
}

async function executed(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    return (await runner.hasTable('migrations')) ? await executedMigrations(runner) : [];
  } finally {
    await runner.release();
  }
}
