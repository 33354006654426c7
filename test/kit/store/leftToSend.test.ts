import assert from 'node:assert/strict';
import { EntitySchema, type QueryRunner } from 'typeorm';
import { UnfreezeError } from '../../../kit/errors.ts';
import { behindFirst, type Lock, lock } from '../../../kit/store/lock.ts';
import { openPostgres } from '../../../kit/store/openPostgres.ts';
import type { PostgresStore } from '../../../kit/store/postgresStore.ts';
import { PreparedTable } from '../../../kit/store/preparedTable.ts';
import type { EntityManager } from '../../../kit/store/query.ts';
import { withTheNext } from '../../../kit/store/togetherClient.ts';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';
import { openTestStore } from '../../databases/openTestStore.ts';
import { hasPooler, Pooler } from '../../databases/pooler.ts';
import { emptyPostgres } from '../../databases/postgres.ts';
import { tripsOf } from '../../databases/tripsOf.ts';
import { rejectsWith } from '../../services/rejectsWith.ts';

type Tally = { id: string; count: number };
const TallyRows = new EntitySchema<Tally>({
  name: 'tallies',
  columns: { id: { type: 'varchar', primary: true }, count: { type: 'integer' } },
});
class MakeTallies1700000000000 {
  readonly name = 'MakeTallies1700000000000';
  async up(runner: QueryRunner) {
    await runner.query(
      'CREATE TABLE tallies (id varchar PRIMARY KEY, count integer NOT NULL CHECK (count >= 0))',
    );
  }
  async down() {}
}
const schema = { entities: [TallyRows], migrations: [MakeTallies1700000000000], prefix: 'MakeTallies' };
const tallies = new PreparedTable(TallyRows);
const refusal = () => new UnfreezeError('conversationUnknown', 'it was not one row');

onEachDatabase('what a transaction writes without asking what came of it', (empty) => {
  let database: EmptyDatabase;
  let store: Awaited<ReturnType<typeof openTestStore>>;
  before(async () => {
    database = await empty();
    store = await openTestStore(database.url, [schema]);
  });
  after(async () => {
    await store.close();
    await database.remove();
  });
  beforeEach(() =>
    store.transaction([], (manager) => tallies.delete(manager, { that: '1 = 1', values: [] })),
  );
  const all = () =>
    store.read((manager) => tallies.select(manager, { that: '1 = 1', values: [] }, 'ORDER BY {id}'));

  it('is there for what the same transaction reads, in its order, and for everybody after it', async () => {
    await store.transaction([], async (manager) => {
      await tallies.insert(manager, [{ id: 'a', count: 1 }]);
      await tallies.ensure(manager, { id: 'a', count: 9 });
      await tallies.insertOrAdd(manager, [{ id: 'a', count: 2 }], 'count');
      assert.deepEqual(await tallies.selectOne(manager, { id: 'a' }), { id: 'a', count: 3 });
      await tallies.set(manager, { id: 'a' }, { count: 4 });
      await tallies.put(manager, { id: 'b', count: 5 }, ['count']);
    });
    assert.deepEqual(await all(), [
      { id: 'a', count: 4 },
      { id: 'b', count: 5 },
    ]);
  });

  it('fails the transaction as a whole where a part of it cannot be written', async () => {
    const writes = store.transaction([], async (manager) => {
      await tallies.insert(manager, [{ id: 'before', count: 1 }]);
      await tallies.insert(manager, [{ id: 'wrong', count: -1 }]);
      await tallies.insert(manager, [{ id: 'after', count: 1 }]);
    });
    await rejectsWith('storeUnavailable', writes);
    assert.deepEqual(await all(), []);
    await store.transaction([], (manager) => tallies.insert(manager, [{ id: 'after', count: 1 }]));
    assert.deepEqual(await all(), [{ id: 'after', count: 1 }]);
  });

  it('comes to nothing, with the reason that was given, where one row had to change and none did', async () => {
    const onlyIf = { that: '{count} = ?', values: [7] };
    await store.transaction([], (manager) => tallies.insert(manager, [{ id: 'a', count: 1 }]));
    const failing: ((manager: EntityManager) => Promise<void>)[] = [
      (manager) => tallies.mustUpdate(manager, { id: 'nobody' }, { count: 2 }, refusal),
      (manager) => tallies.mustUpdate(manager, onlyIf, { count: 2 }, refusal),
      (manager) => tallies.mustUpsert(manager, { id: 'a', count: 2 }, ['count'], { onlyIf, refusal }),
    ];
    for (const fails of failing) {
      const writes = store.transaction([], async (manager) => {
        await tallies.insert(manager, [{ id: 'before', count: 1 }]);
        await fails(manager);
        await tallies.insert(manager, [{ id: 'after', count: 1 }]);
      });
      await rejectsWith('conversationUnknown', writes);
      assert.deepEqual(await all(), [{ id: 'a', count: 1 }]);
    }
  });

  it('is written where the one row was there, or came', async () => {
    await store.transaction([], async (manager) => {
      const onlyIf = { that: '{count} = ?', values: [1] };
      await tallies.mustUpsert(manager, { id: 'a', count: 1 }, ['count'], { onlyIf, refusal });
      await tallies.mustUpsert(manager, { id: 'a', count: 2 }, ['count'], { onlyIf, refusal });
      await tallies.mustUpdate(manager, { id: 'a', count: 2 }, { count: 3 }, refusal);
    });
    assert.deepEqual(await all(), [{ id: 'a', count: 3 }]);
  });
});

const ways = ['with named statements', 'with unnamed ones', ...(hasPooler ? ['behind a pooler'] : [])];
for (const way of ways) {
  describe(`what goes to PostgreSQL together, ${way}`, () => {
    let database: EmptyDatabase;
    let pooler: Pooler | undefined;
    let store: PostgresStore;
    before(async () => {
      database = await emptyPostgres();
      if (way === 'behind a pooler') pooler = await Pooler.before(database.url);
      const named = way === 'with named statements' ? database.url : `${database.url}?statements=unnamed`;
      store = await openPostgres(pooler?.url ?? named, [schema]);
    });
    after(async () => {
      await store?.close();
      await pooler?.close();
      await database.remove();
    });
    beforeEach(() =>
      store.transaction([], (manager) => tallies.delete(manager, { that: '1 = 1', values: [] })),
    );
    const all = () =>
      store.read((manager) => tallies.select(manager, { that: '1 = 1', values: [] }, 'ORDER BY {id}'));
    const ofRunner = (manager: EntityManager) =>
      manager.queryRunner ?? assert.fail('a transaction has a runner');
    const leave = (manager: EntityManager, sql: string) => {
      ofRunner(manager)
        .query(withTheNext(sql), [])
        .catch(() => {});
    };

    it('is waited for once: the beginning, what is written, and the end', async () => {
      const writes = () =>
        store.transaction([], async (manager) => {
          await tallies.insert(manager, [{ id: 'a', count: 1 }]);
          await tallies.insert(manager, [{ id: 'b', count: 2 }]);
        });
      assert.equal(await tripsOf(writes), 1);
      assert.equal((await all()).length, 2);
    });

    it('is waited for again only where something is read', async () => {
      const decides = () =>
        store.transaction([], async (manager) => {
          await tallies.insert(manager, [{ id: 'a', count: 1 }]);
          const row = await tallies.selectOne(manager, { id: 'a' });
          await tallies.set(manager, { id: 'a' }, { count: (row?.count ?? 0) + 1 });
        });
      assert.equal(await tripsOf(decides), 2);
      assert.deepEqual(await all(), [{ id: 'a', count: 2 }]);
    });

    it('has the locks on rows with it, and of those that decide about the same one after the other', async () => {
      await store.transaction([], (manager) => tallies.insert(manager, [{ id: 'a', count: 0 }]));
      const decides = (held: Lock[]) =>
        store.transaction(held, async (manager) => {
          const row = await tallies.selectOne(manager, { id: 'a' });
          await tallies.set(manager, { id: 'a' }, { count: (row?.count ?? 0) + 1 });
        });
      assert.equal(await tripsOf(() => decides([behindFirst(lock('tally'))])), 2);
      const others = await openPostgres(pooler?.url ?? database.url, [schema]);
      try {
        const locked = Array.from({ length: 10 }, (_, place) =>
          (place % 2 === 0 ? store : others).transaction([behindFirst(lock('tally'))], async (manager) => {
            const row = await tallies.selectOne(manager, { id: 'a' });
            await manager.query('SELECT pg_sleep(0.005)', []);
            await tallies.set(manager, { id: 'a' }, { count: (row?.count ?? 0) + 1 });
          }),
        );
        await Promise.all(locked);
      } finally {
        await others.close();
      }
      assert.deepEqual(await all(), [{ id: 'a', count: 11 }]);
    });

    /** @param work says when it has come to where it needs the lock, which another process holds */
    const waitsForMemory = async (
      held: Lock[],
      work: (manager: EntityManager, isThere: () => void) => Promise<void>,
    ) => {
      const ends = Promise.withResolvers<void>();
      const holds = Promise.withResolvers<void>();
      const others = await openPostgres(pooler?.url ?? database.url, [schema]);
      try {
        const first = others.transaction([lock('memory')], () => {
          holds.resolve();
          return ends.promise;
        });
        await holds.promise;
        let isThere = false;
        const second = store.transaction(held, (manager) =>
          work(manager, () => {
            isThere = true;
          }),
        );
        await store.read((manager) => manager.query('SELECT pg_sleep(0.05)', []));
        assert.equal(isThere, false);
        ends.resolve();
        await Promise.all([first, second]);
        assert.equal(isThere, true);
      } finally {
        await others.close();
      }
    };

    it('waits for a lock on what the work may have in its memory before that begins', () =>
      waitsForMemory([lock('memory'), behindFirst(lock('tally'))], async (_manager, isThere) => isThere()));

    it('has such a lock with the first answer, where the work needs it only behind that', () =>
      waitsForMemory([behindFirst(lock('memory'))], async (manager, isThere) => {
        await tallies.selectOne(manager, { id: 'a' });
        isThere();
      }));

    it('is not sent at all where the work fails before it asks anything', async () => {
      const fails = async () => {
        const work = store.transaction([], async (manager) => {
          await tallies.insert(manager, [{ id: 'a', count: 1 }]);
          throw new UnfreezeError('messageInvalid', 'on purpose');
        });
        await rejectsWith('messageInvalid', work);
      };
      assert.equal(await tripsOf(fails), 0);
      assert.deepEqual(await all(), []);
    });

    it('is done by nobody outside of a transaction that could not be begun', async () => {
      const runs = store.read(async ({ connection }) => {
        const runner = connection.createQueryRunner();
        try {
          await runner.connect();
          runner.query(withTheNext('START TRANSACTION ISOLATION LEVEL UNHEARD OF'), []).catch(() => {});
          runner.query(withTheNext("INSERT INTO tallies VALUES ('a', 1)"), []).catch(() => {});
          await runner.query("INSERT INTO tallies VALUES ('b', 1)", []);
        } finally {
          await runner.release();
        }
      });
      await rejectsWith('storeUnavailable', runs);
      assert.deepEqual(await all(), []);
    });

    it('counts as lost where the database answers its end with a rollback', async () => {
      const work = store.transaction([], async (manager) => {
        await tallies.insert(manager, [{ id: 'a', count: 1 }]);
        await manager.query('SELECT 1 / 0').catch(() => {});
      });
      await rejectsWith('storeUnavailable', work);
      assert.deepEqual(await all(), []);
    });

    it('ends with what cannot be put in the form of the database, and nothing behind that is done', async () => {
      const circular: unknown[] = [{}];
      Object.assign(Object(circular[0]), { circular });
      const work = store.transaction([], async (manager) => {
        await tallies.insert(manager, [{ id: 'a', count: 1 }]);
        const values = [circular[0]];
        ofRunner(manager)
          .query(withTheNext('INSERT INTO tallies VALUES ($1, 1)'), values)
          .catch(() => {});
      });
      await assert.rejects(work);
      assert.deepEqual(await all(), []);
    });

    it('is done again where the database has ended it for a conflict', async () => {
      await store.transaction([], (manager) =>
        tallies.insert(manager, [
          { id: 'x', count: 0 },
          { id: 'y', count: 0 },
        ]),
      );
      let begun = 0;
      let having = 0;
      const bothHaveOne = Promise.withResolvers<void>();
      const changes = (one: string, other: string) =>
        store.transaction([], async (manager) => {
          begun += 1;
          await tallies.update(manager, { id: one }, { count: 1 });
          having += 1;
          if (having === 2) bothHaveOne.resolve();
          await bothHaveOne.promise;
          // Goes with the COMMIT, and is where the one waits for the other.
          await tallies.set(manager, { id: other }, { count: 2 });
        });
      await Promise.all([changes('x', 'y'), changes('y', 'x')]);
      assert.equal(begun, 3, 'one of them twice');
    });

    it('is reported and not done again where the connection is lost with its end on the way', async () => {
      let begun = 0;
      const work = store.transaction([], async (manager) => {
        begun += 1;
        leave(manager, 'SELECT pg_terminate_backend(pg_backend_pid())');
      });
      await rejectsWith('storeUnavailable', work);
      assert.equal(begun, 1);
    });

    it('is prepared anew where the database passed over it', async () => {
      const work = (count: number) =>
        store.transaction([], async (manager) => {
          await tallies.insert(manager, [{ id: 'a', count }]);
          await tallies.insertOrAdd(manager, [{ id: 'b', count: 1 }], 'count');
        });
      await rejectsWith('storeUnavailable', work(-1));
      await work(1);
      assert.equal((await all()).length, 2);
    });
  });
}
