import assert from 'node:assert/strict';
import { EntitySchema, type QueryRunner } from 'typeorm';
import { lock } from '../../../kit/store/lock.ts';
import { openPostgres } from '../../../kit/store/openPostgres.ts';
import type { PostgresStore } from '../../../kit/store/postgresStore.ts';
import { counts } from '../../counts.ts';
import { Cluster } from '../../databases/cluster.ts';
import { rejectsWith } from '../../services/rejectsWith.ts';

const Note = new EntitySchema<{ id: string }>({
  name: 'note',
  columns: { id: { type: 'varchar', primary: true } },
});

class MakeNotes1700000000000 {
  readonly name = 'MakeNotes1700000000000';
  async up(runner: QueryRunner) {
    await runner.query('CREATE TABLE note (id varchar PRIMARY KEY)');
  }
  async down() {}
}

describe('the store on a PostgreSQL that goes away', function () {
  this.timeout(60_000);
  let cluster: Cluster;
  let store: PostgresStore;

  before(async () => {
    cluster = await Cluster.started();
    const schema = { entities: [Note], migrations: [MakeNotes1700000000000], prefix: 'MakeNotes' };
    store = await openPostgres(cluster.url('postgres'), [schema]);
  });
  after(async () => {
    await store.close();
    await cluster.stop();
  });

  it('lives through restarts under load, and has whatever it acknowledged', async function () {
    this.timeout(counts.databaseRestarts * 10_000);
    const acknowledged: string[] = [];
    const refused: unknown[] = [];
    // Ends with the test whatever becomes of it: writers of a store that is closed would fill the memory.
    let isRunning = true;
    const write = async (writer: number) => {
      for (let count = 0; isRunning; count++) {
        const id = `${writer}-${count}`;
        await store
          .transaction([], (manager) => manager.insert(Note, { id }))
          .then(
            () => acknowledged.push(id),
            (error: unknown) => refused.push(error),
          );
      }
    };
    const writers = Array.from({ length: 8 }, (_, writer) => write(writer));
    try {
      for (let restarts = 1; restarts <= counts.databaseRestarts; restarts++) {
        while (acknowledged.length < 50 * restarts) await store.read((manager) => manager.count(Note));
        await cluster.restart();
      }
      const atTheEnd = acknowledged.length;
      while (acknowledged.length < atTheEnd + 50) await store.read((manager) => manager.count(Note));
    } finally {
      isRunning = false;
      await Promise.all(writers);
    }

    const kept = await store.read((manager) => manager.find(Note));
    const ids = new Set(kept.map(({ id }) => id));
    assert.deepEqual(
      acknowledged.filter((id) => !ids.has(id)),
      [],
    );
    for (const error of refused) await rejectsWith('storeUnavailable', Promise.reject(error));
  });

  it('lets one commit while another, which decides about something else, is still open', async () => {
    const isOpen = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const slow = store.transaction([lock('note', 'slow')], async (manager) => {
      await manager.insert(Note, { id: 'slow' });
      isOpen.resolve();
      await mayEnd.promise;
    });
    await isOpen.promise;
    await store.transaction([lock('note', 'fast')], (manager) => manager.insert(Note, { id: 'fast' }));
    const ids = await store.read(async (manager) => (await manager.find(Note)).map(({ id }) => id));
    assert.ok(ids.includes('fast') && !ids.includes('slow'));
    mayEnd.resolve();
    await slow;
  });

  it('takes one connection for any number that wait for the same', async () => {
    const isOpen = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const first = store.transaction([lock('note', 'hot')], async () => {
      isOpen.resolve();
      await mayEnd.promise;
    });
    await isOpen.promise;
    const waiting = Array.from({ length: 30 }, (_, number) =>
      store.transaction([lock('note', 'hot')], (manager) => manager.insert(Note, { id: `hot ${number}` })),
    );
    await store.transaction([lock('note', 'cold')], (manager) => manager.insert(Note, { id: 'cold' }));
    mayEnd.resolve();
    await Promise.all([first, ...waiting]);
  });

  it('does again what the database ended because two waited for each other’s rows', async () => {
    await store.transaction([], (manager) => manager.insert(Note, [{ id: 'x' }, { id: 'y' }]));
    const bothHaveOne = Promise.withResolvers<void>();
    let having = 0;
    let begun = 0;
    const changes = (one: string, other: string) =>
      store.transaction([], async (manager) => {
        begun += 1;
        await manager.query('UPDATE note SET id = id WHERE id = $1', [one]);
        having += 1;
        if (having === 2) bothHaveOne.resolve();
        await bothHaveOne.promise;
        await manager.query('UPDATE note SET id = id WHERE id = $1', [other]);
      });
    await Promise.all([changes('x', 'y'), changes('y', 'x')]);
    assert.equal(begun, 3, 'one of them twice');
  });

  it('says that it cannot be reached while it is away, and comes back by itself', async () => {
    await cluster.pause();
    await rejectsWith(
      'storeUnavailable',
      store.transaction([], (manager) => manager.insert(Note, { id: 'away' })),
    );
    await rejectsWith(
      'storeUnavailable',
      store.read((manager) => manager.count(Note)),
    );
    await cluster.resume();
    await store.transaction([], (manager) => manager.insert(Note, { id: 'back' }));
    assert.equal(await store.read((manager) => manager.existsBy(Note, { id: 'away' })), false);
  });
});
