import assert from 'node:assert/strict';
import { once } from 'node:events';
import { openStore } from '../../../kit/store/openStore.ts';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';
import { migrationsOf, rowsOf, tablesOf, withDataSource } from '../../databases/dataSource.ts';
import { spawnIn } from '../../journeys/serviceProcess.ts';
import { halves } from './diesInMigration.ts';

onEachDatabase('a process that is killed in the middle of a migration', (empty) => {
  let database: EmptyDatabase;
  beforeEach(async () => {
    database = await empty();
  });
  afterEach(() => database.remove());

  const look = () =>
    withDataSource(database.url, async (dataSource) => ({
      tables: await tablesOf(dataSource),
      migrations: await migrationsOf(dataSource),
    }));

  it('leaves the tables of the migration before, whole, and the next start makes the rest', async () => {
    const schema = halves(false);
    await (await openStore(database.url, [{ ...schema, migrations: schema.migrations.slice(0, 1) }])).close();
    for (const _time of [1, 2]) {
      const child = spawnIn('.', 'test/kit/store/diesInMigration.ts', [], { DATABASE_URL: database.url });
      const [, signal] = await once(child, 'exit');
      assert.equal(signal, 'SIGKILL');
      assert.deepEqual(await look(), { tables: ['half'], migrations: ['Halves1700000000000'] });
      const rows = await withDataSource(database.url, (dataSource) => rowsOf(dataSource, 'half'));
      assert.deepEqual(rows, [{ id: 'kept' }]);
    }
    await (await openStore(database.url, [schema])).close();
    assert.deepEqual(await look(), {
      tables: ['half', 'other_half'],
      migrations: ['Halves1700000000000', 'HalvesChanged1700000001000'],
    });
    const rows = await withDataSource(database.url, (dataSource) => rowsOf(dataSource, 'half'));
    assert.deepEqual(rows, [{ id: 'kept', added: 'later' }]);
  });
});
