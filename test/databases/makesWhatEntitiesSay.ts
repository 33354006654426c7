import assert from 'node:assert/strict';
import type { DataSource } from 'typeorm';
import type { Schema } from '../../kit/store/schema.ts';
import { onEachDatabase } from './databases.ts';
import { isPostgres, tablesOf, withDataSource } from './dataSource.ts';

/** What would have to be done to a database so that it is what the entities say. */
async function driftOf(dataSource: DataSource): Promise<string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  const statements = upQueries.map(({ query }) => query);
  return isPostgres(dataSource) ? statements : statements.filter((one) => !/"sealing_keys"/.test(one));
}

/** The contract that the migrations of either half pass. */
export function makesWhatEntitiesSay(title: string, schema: Schema): void {
  onEachDatabase(title, (empty) => {
    it('make tables, columns, indexes and constraints exactly as the entities say, also down and up again', async () => {
      const database = await empty();
      try {
        await withDataSource(
          database.url,
          async (dataSource) => {
            await dataSource.runMigrations();
            assert.deepEqual(await driftOf(dataSource), []);
            // On SQLite such tables are in a second file, which is made when a database is opened.
            const apart = isPostgres(dataSource) ? [] : (schema.apart ?? []).map(({ name }) => name);
            const inDatabase = schema.entities.map(({ options }) => options.name);
            const tables = inDatabase.filter((name) => !apart.includes(name)).sort();
            assert.deepEqual(await tablesOf(dataSource), tables);
            for (const _migration of dataSource.migrations) await dataSource.undoLastMigration();
            assert.deepEqual(await tablesOf(dataSource), []);
            await dataSource.runMigrations();
            assert.deepEqual(await driftOf(dataSource), []);
          },
          [schema],
        );
      } finally {
        await database.remove();
      }
    });
  });
}
