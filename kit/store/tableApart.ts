import type { QueryRunner } from 'typeorm';
import type { MigrationClass } from './firstMigration.ts';

/**
 * A table whose rows no backup, copy or log of a database may have: on PostgreSQL it is UNLOGGED, which a crash empties, and
 * dumps must leave it out by name; on SQLite it stands in a file of its own beside the database.
 */
export type TableApart = {
  name: string;
  /** What stands between the brackets of `CREATE TABLE`. */
  columns: string;
};

/** The migration that makes such a table in the database itself. @param name as for every later migration */
export function apartMigration(name: string, { name: table, columns }: TableApart): MigrationClass {
  return class {
    readonly name = name;

    async up(runner: QueryRunner): Promise<void> {
      if (isPostgres(runner)) await runner.query(`CREATE UNLOGGED TABLE ${table} (${columns})`);
    }

    async down(runner: Pick<QueryRunner, 'query' | 'connection'>): Promise<void> {
      if (isPostgres(runner)) await runner.query(`DROP TABLE ${table}`);
    }
  };
}

function isPostgres({ connection }: Pick<QueryRunner, 'connection'>): boolean {
  return connection.options.type === 'postgres';
}
