import assert from 'node:assert/strict';
import sinon from 'sinon';
import { type EntityManager, EntitySchema, type QueryRunner } from 'typeorm';
import { afterCommit } from '../../../kit/store/afterCommit.ts';
import { lock, shared } from '../../../kit/store/lock.ts';
import { openStore } from '../../../kit/store/openStore.ts';
import type { Schema } from '../../../kit/store/schema.ts';
import type { Store } from '../../../kit/store/store.ts';
import { databases, databasesOf, type EmptyDatabase } from '../../databases/databases.ts';
import { rejectsWith } from '../../services/rejectsWith.ts';

const Note = new EntitySchema<{ id: string; count: number }>({
  name: 'note',
  columns: { id: { type: 'varchar', primary: true }, count: { type: 'integer' } },
});

class MakeNotes1700000000000 {
  readonly name = 'MakeNotes1700000000000';
  async up(runner: QueryRunner) {
    await runner.query('CREATE TABLE note (id varchar PRIMARY KEY, count integer NOT NULL)');
  }
  async down() {}
}
const schema = { entities: [Note], migrations: [MakeNotes1700000000000], prefix: 'MakeNotes' };

for (const name of databasesOf(import.meta.filename)) {
  describe(`the store on ${name}`, () => {
    let database: EmptyDatabase;
    let stores: Store[];

    beforeEach(async () => {
      database = await databases[name]();
      stores = [];
    });
    afterEach(async () => {
      for (const store of stores) await store.close();
      await database.remove();
    });

    async function open(schemas: Schema[] = [schema]): Promise<Store> {
      const store = await openStore(database.url, schemas);
      stores.push(store);
      return store;
    }
    /**
     * Two stores as two processes have them. On SQLite it is one, because a second one in the same thread would wait
     * for itself.
     */
    async function openTwo(): Promise<[Store, Store]> {
      const store = await open();
      return [store, name === 'SQLite' ? store : await open()];
    }
    const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

    it('keeps what one transaction acknowledged when another that ran beside it rolls back', async () => {
      const store = await open();
      const rolledBack = store.transaction([], async (manager) => {
        await manager.insert(Note, { id: 'lost', count: 0 });
        await nextTurn();
        throw new Error('roll back');
      });
      const kept = store.transaction([], (manager) => manager.insert(Note, { id: 'kept', count: 0 }));
      await assert.rejects(rolledBack, /roll back/);
      await kept;
      const ids = await store.read(async (manager) => (await manager.find(Note)).map(({ id }) => id));
      assert.deepEqual(ids, ['kept']);
    });

    it('does what follows a commit after it, and not where the transaction is lost', async () => {
      const store = await open();
      const followed: string[] = [];
      await store.transaction([], async (manager) => {
        await manager.insert(Note, { id: 'kept', count: 0 });
        afterCommit(manager, () => followed.push('kept'));
        assert.deepEqual(followed, []);
      });
      const lost = store.transaction([], async (manager) => {
        afterCommit(manager, () => followed.push('lost'));
        throw new Error('roll back');
      });
      await assert.rejects(lost, /roll back/);
      assert.deepEqual(followed, ['kept']);
    });

    it('runs transactions that decide about the same one after the other, in two processes too', async () => {
      const both = await openTwo();
      const [store] = both;
      await store.transaction([], (manager) => manager.insert(Note, { id: 'a', count: 0 }));
      const addOne = (_: unknown, number: number) =>
        both[number % 2]?.transaction([lock('note', 'a')], async (manager) => {
          const note = await manager.findOneByOrFail(Note, { id: 'a' });
          await nextTurn();
          await manager.update(Note, { id: 'a' }, { count: note.count + 1 });
        });
      await Promise.all(Array.from({ length: 40 }, addOne));
      const { count } = await store.read((manager) => manager.findOneByOrFail(Note, { id: 'a' }));
      assert.equal(count, 40);
    });

    it('lets whoever decides about everything wait for each that decides about a part', async () => {
      const both = await openTwo();
      const [store, other] = both;
      await store.transaction([], (manager) => manager.insert(Note, { id: 'a', count: 0 }));
      const count = async (manager: EntityManager) =>
        (await manager.findOneByOrFail(Note, { id: 'a' })).count;
      const seen: number[] = [];
      const everything = lock('everything');
      const parts = Array.from({ length: 20 }, (_, number) =>
        both[number % 2]?.transaction([shared(everything), lock('note', 'a')], async (manager) => {
          const before = await count(manager);
          await nextTurn();
          await manager.update(Note, { id: 'a' }, { count: before + 1 });
          if (number % 5 > 0) return;
          await nextTurn();
          await manager.update(Note, { id: 'a' }, { count: before + 1 });
        }),
      );
      const whole = Array.from({ length: 5 }, () =>
        other.transaction([everything], async (manager) => {
          const before = await count(manager);
          await nextTurn();
          seen.push((await count(manager)) - before);
        }),
      );
      await Promise.all([...parts, ...whole]);
      assert.deepEqual(seen, [0, 0, 0, 0, 0], 'nothing changes beside it');
      assert.equal(await store.read(count), 20);
    });

    it('never lets two transactions wait for each other, in whatever order they name what they decide about', async () => {
      const both = await openTwo();
      const names = ['a', 'b', 'c', 'd'].map((name) => lock('note', name));
      const run = (_: unknown, number: number) =>
        both[number % 2]?.transaction(number % 3 > 0 ? names : names.toReversed(), async (manager) => {
          await nextTurn();
          await manager.insert(Note, { id: String(number), count: 0 });
        });
      await Promise.all(Array.from({ length: 40 }, run));
      assert.equal(await both[0]?.read((manager) => manager.count(Note)), 40);
    });

    it('keeps everything for the next start', async () => {
      const first = await open();
      await first.transaction([], (manager) => manager.insert(Note, { id: 'kept', count: 1 }));
      await first.close();
      stores = [];
      const second = await open();
      assert.equal(await second.read((manager) => manager.count(Note)), 1);
    });

    it('refuses a call inside its own work instead of waiting for itself', async () => {
      const store = await open();
      await assert.rejects(
        store.transaction([], () => store.read(async () => 1)),
        /inside its own work/,
      );
      await assert.rejects(
        store.read(() => store.transaction([], async () => 1)),
        /inside its own work/,
      );
    });

    it('says in its own words what the database refused, and goes on', async () => {
      const store = await open();
      const insert = () =>
        store.transaction([], (manager) => manager.insert(Note, { id: 'secret', count: 1 }));
      await insert();
      await rejectsWith('storeUnavailable', insert());
      await assert.rejects(insert(), ({ message }: Error) => message === 'the database refused');
      assert.equal(await store.read((manager) => manager.count(Note)), 1);
    });

    it('can be written to, and writes nothing to find out', async () => {
      const store = await open();
      let begun = 0;
      store.onlyWhile(() => {
        begun += 1;
      });
      await Promise.all([store.writable(), store.writable()]);
      assert.equal(begun, 0);
      await store.tryWriting();
      assert.equal(await store.read((manager) => manager.count(Note)), 0);
      await store.close();
      stores = [];
      await assert.rejects(store.writable());
    });

    it('tries to write where nobody has for ten seconds, and every second while it fails', async () => {
      const store = await open();
      const timers = sinon.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
      const stop = store.keepTrying();
      timers.restore();
      let tried = 0;
      const written = sinon.stub(store, 'tryWriting').callsFake(async () => {
        tried += 1;
      });
      try {
        timers.tick(9_000);
        await store.transaction([], (manager) => manager.insert(Note, { id: 'one', count: 1 }));
        timers.tick(9_000);
        assert.equal(tried, 0);
        timers.tick(1_000);
        assert.equal(tried, 1);
      } finally {
        written.restore();
        stop();
      }
    });

    it('begins no transaction while something forbids it, and goes on after that', async () => {
      const store = await open();
      let foreign = true;
      store.onlyWhile(() => {
        if (foreign) throw new Error('not now');
      });
      const adds = () => store.transaction([], (manager) => manager.insert(Note, { id: 'one', count: 1 }));
      await assert.rejects(adds(), /not now/);
      await assert.rejects(store.tryWriting(), /not now/);
      assert.equal(await store.read((manager) => manager.count(Note)), 0);
      await store.writable();
      foreign = false;
      await adds();
      assert.equal(await store.read((manager) => manager.count(Note)), 1);
    });

    it('works beside a newer version that has only added, and refuses one that has taken something away', async () => {
      const newer = await open();
      const older = { ...schema, migrations: [] };
      await (await openStore(database.url, [older])).close();
      const name = 'MakeNotesContract1800000000000';
      await newer.transaction([], (manager) =>
        manager.query(`INSERT INTO migrations (timestamp, name) VALUES (1800000000000, '${name}')`),
      );
      await assert.rejects(openStore(database.url, [older]), (error: { code: string; message: string }) => {
        assert.equal(error.code, 'storeUnavailable');
        assert.match(error.message, /taken away in it what this one uses \(MakeNotesContract1800000000000\)/);
        assert.doesNotMatch(error.message, /only-for-tests/);
        return true;
      });
    });

    it('takes no offence at what the other half of the product keeps in the same database', async () => {
      await open();
      const other = await open([{ entities: [], migrations: [], prefix: 'Bank' }]);
      await other.read((manager) => manager.query('SELECT 1'));
    });
  });
}
