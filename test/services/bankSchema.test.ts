import assert from 'node:assert/strict';
import { DataSource } from 'typeorm';
import { SnakeCaseColumns } from '../../kit/store/columns.ts';
import { bankSchema } from '../../services/bankSchema.ts';

describe('the migrations of the bank', () => {
  it('go up, down and up again, and make every column that the entities name', async () => {
    const dataSource = new DataSource({
      type: 'better-sqlite3',
      database: ':memory:',
      namingStrategy: new SnakeCaseColumns(),
      entities: bankSchema.entities,
      migrations: Object.values(bankSchema.migrations),
    });
    await dataSource.initialize();
    await dataSource.runMigrations();
    for (const _migration of dataSource.migrations) await dataSource.undoLastMigration();
    await dataSource.runMigrations();
    for (const { tableName, columns } of dataSource.entityMetadatas) {
      const inTable: { name: string }[] = await dataSource.query(`PRAGMA table_info(${tableName})`);
      assert.deepEqual(
        columns.map(({ databaseName }) => databaseName).sort(),
        inTable.map(({ name }) => name).sort(),
        tableName,
      );
    }
    await dataSource.destroy();
  });
});
