import assert from 'node:assert/strict';
import { EntitySchema, type QueryRunner } from 'typeorm';
import { askedAs, askTogether } from '../../../kit/store/askTogether.ts';
import { behindFirst, type Lock, lock } from '../../../kit/store/lock.ts';
import { plainlyAsked } from '../../../kit/store/plainSql.ts';
import { PreparedTable } from '../../../kit/store/preparedTable.ts';
import type { EntityManager } from '../../../kit/store/query.ts';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';
import { openTestStore } from '../../databases/openTestStore.ts';
import { tripsOf } from '../../databases/tripsOf.ts';
import { rejectsWith } from '../../services/rejectsWith.ts';

type Tally = { id: string; count: number };
const TallyRows = new EntitySchema<Tally>({
  name: 'tallies',
  columns: { id: { type: 'varchar', primary: true }, count: { type: 'integer' } },
});
class MakeAsked1700000000000 {
  readonly name = 'MakeAsked1700000000000';
  async up(runner: QueryRunner) {
    await runner.query('CREATE TABLE tallies (id varchar PRIMARY KEY, count integer NOT NULL)');
  }
  async down() {}
}
const schema = { entities: [TallyRows], migrations: [MakeAsked1700000000000], prefix: 'MakeAsked' };
const tallies = new PreparedTable(TallyRows);

onEachDatabase('what is asked together', (empty) => {
  let opened: EmptyDatabase;
  let store: Awaited<ReturnType<typeof openTestStore>>;
  before(async () => {
    opened = await empty();
    store = await openTestStore(opened.url, [schema]);
    await store.transaction([], (manager) =>
      tallies.insert(manager, [
        { id: 'a', count: 1 },
        { id: 'b', count: 2 },
      ]),
    );
  });
  after(async () => {
    await store.close();
    await opened.remove();
  });

  const both = (manager: EntityManager) =>
    askTogether(manager, [
      tallies.asked(manager, { id: 'a' }),
      { known: 'known before' },
      askedAs(tallies.asked(manager, { id: 'b' }), ([row]) => row?.count),
    ] as const);
  const all = [[{ id: 'a', count: 1 }], 'known before', 2];
  const trips = async (work: () => Promise<unknown>, expected: number) => {
    assert.equal(await tripsOf(work), store.hasOneWriter ? 0 : expected);
  };

  it('is answered each by its own, in one round trip, without a transaction', () =>
    trips(async () => assert.deepEqual(await store.read(both), all), 1));

  it('goes with the beginning of a transaction and its locks', () =>
    trips(async () => {
      const locks: Lock[] = [behindFirst(lock('tally'))];
      assert.deepEqual(await store.transaction(locks, both), all);
    }, 2));

  it('is asked nowhere where all is known', () =>
    trips(async () => {
      const asks = (manager: EntityManager) => askTogether(manager, [{ known: 1 }, { known: 2 }] as const);
      assert.deepEqual(await store.read(asks), [1, 2]);
    }, 0));

  it('sees what those before it have written', async () => {
    const [[written], rows] = await store.transaction([], (manager) =>
      askTogether(manager, [
        plainlyAsked<{ count: number }>(
          manager,
          'UPDATE tallies SET count = count + ? WHERE id = ? RETURNING count',
          [5, 'a'],
        ),
        tallies.asked(manager, { id: 'a' }),
      ] as const),
    );
    assert.deepEqual([written, rows], [{ count: 6 }, [{ id: 'a', count: 6 }]]);
    await store.transaction([], (manager) => tallies.set(manager, { id: 'a' }, { count: 1 }));
  });

  it('fails as a whole where one of it fails, and leaves nothing for whoever comes next', async () => {
    const fails = (manager: EntityManager) =>
      askTogether(manager, [
        tallies.asked(manager, { id: 'a' }),
        plainlyAsked(manager, 'SELECT * FROM tallies_of_nobody', []),
        tallies.asked(manager, { id: 'b' }),
      ] as const);
    await rejectsWith('storeUnavailable', store.read(fails));
    await rejectsWith('storeUnavailable', store.transaction([], fails));
    assert.deepEqual(await store.read(both), all);
  });
});
