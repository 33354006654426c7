import assert from 'node:assert/strict';
import type { DataSource } from 'typeorm';
import type { Schema } from '../../kit/store/schema.ts';
import { onEachDatabase } from './databases.ts';
import { tablesOf, withDataSource } from './dataSource.ts';

/** What would have to be done to a database so that it is what the entities say. */
export async function driftOf(dataSource: DataSource): Promise<string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
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
            const tables = schema.entities.map(({ options }) => options.name).sort();
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
