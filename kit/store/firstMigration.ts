import type { MigrationInterface, QueryRunner } from 'typeorm';

export type MigrationClass = new () => MigrationInterface;

/**
 * The text after the name of a table in CREATE TABLE, and the statements that make its indexes. Both databases accept
 * them.
 */
type TableSql = { columns: string; indexes?: readonly string[] };

/** The one migration that makes all tables of a half. It must never be changed. */
export type FirstMigration = {
  /** Ends in 13 digits, by which migrations are put in order. */
  name: string;
  /** A table comes after those that it refers to. */
  tables: Readonly<Record<string, TableSql>>;
  /** The migrations of earlier versions that this one replaces. */
  replaces: readonly string[];
  /** Turns the tables which those have made into its own. @param create makes some of the tables */
  takeOver?: (runner: QueryRunner, create: (names: readonly string[]) => Promise<void>) => Promise<void>;
};

/** Makes the tables, or keeps those that the version before has made. TypeORM runs it in one transaction. */
export function firstMigration({ name, tables, replaces, takeOver }: FirstMigration): MigrationClass {
  return class {
    readonly name = name;

    async up(runner: QueryRunner): Promise<void> {
      const create = (names: readonly string[]) => createTables(runner, tables, names);
      const executed = await executedMigrations(runner);
      if (!replaces.some((one) => executed.includes(one))) return create(Object.keys(tables));
      await takeOver?.(runner, create);
      await runner.query(`DELETE FROM migrations WHERE name IN (${replaces.map((one) => `'${one}'`)})`);
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const table of Object.keys(tables).reverse()) await runner.query(`DROP TABLE ${table}`);
    }
  };
}

/** The names of the migrations that a database has run. */
export async function executedMigrations(database: Pick<QueryRunner, 'query'>): Promise<string[]> {
  const rows: { name: string }[] = await database.query('SELECT name FROM migrations');
  return rows.map(({ name }) => name);
}

async function createTables(
  runner: QueryRunner,
  tables: FirstMigration['tables'],
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    const { columns, indexes = [] } = tables[name] ?? { columns: '' };
    await runner.query(`CREATE TABLE ${name} (${columns})`);
    for (const index of indexes) await runner.query(index);
  }
}
