import { EntitySchema, type QueryRunner } from 'typeorm';
import { lock } from '../../../kit/store/lock.ts';
import { openStore } from '../../../kit/store/openStore.ts';

const Count = new EntitySchema<{ id: string; count: number }>({
  name: 'count',
  columns: { id: { type: 'varchar', primary: true }, count: { type: 'integer' } },
});

class MakeCounts1700000000000 {
  readonly name = 'MakeCounts1700000000000';
  async up(runner: QueryRunner) {
    await runner.query('CREATE TABLE count (id varchar PRIMARY KEY, count integer NOT NULL)');
  }
  async down() {}
}

/** Adds one so many times, as a process of its own, to a count in a database that may still be empty; prints how far it stands. */
const [times = ''] = process.argv.slice(2);
const { DATABASE_URL = '' } = process.env;
const store = await openStore(DATABASE_URL, [
  { entities: [Count], migrations: [MakeCounts1700000000000], prefix: 'MakeCounts' },
]);
for (let added = 0; added < Number(times); added++)
  await store.transaction([lock('count')], async (manager) => {
    const found = await manager.findOneBy(Count, { id: 'a' });
    if (found) await manager.update(Count, { id: 'a' }, { count: found.count + 1 });
    else await manager.insert(Count, { id: 'a', count: 1 });
  });
const { count } = await store.read((manager) => manager.findOneByOrFail(Count, { id: 'a' }));
await store.close();
process.stdout.write(String(count));
