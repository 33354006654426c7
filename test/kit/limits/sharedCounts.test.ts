import assert from 'node:assert/strict';
import pino from 'pino';
import { botSchema } from '../../../bot/botSchema.ts';
import { limitTables } from '../../../bot/limits/ownedTables.ts';
import { sharedCounts } from '../../../bot/limits/sharedCountsTable.ts';
import { CountExchange } from '../../../kit/limits/countExchange.ts';
import { SharedCounts } from '../../../kit/limits/sharedCounts.ts';
import { deleteExpired } from '../../../kit/retention/expiring.ts';
import { expiringIn } from '../../../kit/retention/ownedTable.ts';
import type { Store } from '../../../kit/store/store.ts';
import { hours, minutes } from '../../../kit/time.ts';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';
import { rowsOf, withDataSource } from '../../databases/dataSource.ts';
import { openTestStore } from '../../databases/openTestStore.ts';

const log = pino({ level: 'silent' });
const budget = { most: 4, window: 1 * minutes };

describe('what is counted in memory', () => {
  let now: Date;
  let counts: SharedCounts;
  beforeEach(() => {
    now = new Date('2026-11-24T08:00:10.000Z');
    counts = new SharedCounts({ clock: () => now });
  });
  const spends = (times: number, subject = 'one') =>
    Array.from({ length: times }, () => counts.spend(subject, budget)).filter(Boolean).length;

  it('is allowed as often as its budget says, in each window anew, and each subject for itself', () => {
    assert.deepEqual([spends(9), spends(9, 'another'), counts.count('one', budget)], [4, 4, 4]);
    assert.equal(counts.left(budget.window), 50_000);
    now = new Date('2026-11-24T08:01:00.000Z');
    assert.equal(spends(9), 4);
  });

  it('takes no more memory for ever more subjects: what comes too late is counted as one', () => {
    for (let number = 0; number < 100_000; number++)
      counts.spend(`subject ${number}`, { ...budget, most: 99 });
    assert.equal(spends(9, 'too late') + spends(9, 'later still'), 4);
  });

  it('is told to others from a quarter of its budget on, or always where it is looked back on', () => {
    counts.spend('far', { ...budget, most: 100 });
    counts.spend('near', budget);
    counts.spend('kept', { ...budget, most: 100, keptFor: 1 * hours });
    assert.deepEqual(
      counts.deltas().map(({ subject, count }) => [subject, count]),
      [
        ['near', 1],
        ['kept', 1],
      ],
    );
  });
});

onEachDatabase('what several processes count', (empty) => {
  let database: EmptyDatabase;
  let stores: [Store, Store];
  let now: Date;
  beforeEach(async () => {
    now = new Date('2026-11-24T08:00:10.000Z');
    database = await empty();
    stores = [await openTestStore(database.url, [botSchema]), await openTestStore(database.url, [botSchema])];
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    await database.remove();
  });

  function process(store: Store) {
    const counts = new SharedCounts({ clock: () => now });
    return { counts, exchange: new CountExchange({ store, counts, table: sharedCounts, log }) };
  }

  it('is one count, as soon as they have exchanged it, and is forgotten after its window', async () => {
    const [one, other] = stores.map(process);
    assert.ok(one && other);
    for (const { counts } of [one, other, one]) assert.ok(counts.spend('subject', budget));
    await one.exchange.round();
    await other.exchange.round();
    assert.equal(other.counts.count('subject', budget), 3);
    assert.ok(other.counts.spend('subject', budget));
    assert.ok(!other.counts.spend('subject', budget));
    await other.exchange.round();
    assert.ok(one.counts.spend('subject', budget), 'it has not heard yet');
    await one.exchange.round();
    assert.equal(one.counts.count('subject', budget), 5);
    assert.ok(!one.counts.spend('subject', budget));
    const rows = () => withDataSource(database.url, (dataSource) => rowsOf(dataSource, sharedCounts));
    assert.deepEqual(
      (await rows()).map(({ subject, count }) => [subject, count]),
      [['subject', 5]],
    );
    await deleteExpired(stores[0], expiringIn(limitTables, undefined), new Date('2026-11-24T08:01:00.000Z'));
    assert.deepEqual(await rows(), []);
  });

  it('is exchanged in one statement, however many subjects there are, and asks nothing where nothing came', async () => {
    const [store] = stores;
    let transactions = 0;
    const watched = Object.assign(Object.create(store), {
      transaction: (...given: Parameters<Store['transaction']>) => {
        transactions += 1;
        return store.transaction(...given);
      },
    }) as Store;
    const { counts, exchange } = process(watched);
    await exchange.round();
    for (let number = 0; number < 700; number++) counts.spend(`subject ${number}`, budget);
    await exchange.round();
    await exchange.round();
    assert.equal(transactions, 1);
    assert.deepEqual(counts.deltas(), []);
  });

  it('counts on for itself while the database is away', async () => {
    const away = { transaction: () => Promise.reject(new Error('away')) } as unknown as Store;
    const { counts, exchange } = process(away);
    counts.spend('subject', budget);
    await exchange.round();
    assert.equal(counts.deltas().length, 1);
    assert.equal(counts.count('subject', budget), 1);
  });
});
