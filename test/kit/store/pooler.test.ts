import assert from 'node:assert/strict';
import { lock } from '../../../kit/store/lock.ts';
import { openPostgres } from '../../../kit/store/openPostgres.ts';
import type { PostgresStore } from '../../../kit/store/postgresStore.ts';
import { PreparedTable } from '../../../kit/store/preparedTable.ts';
import { bankSchema } from '../../../services/bankSchema.ts';
import { Customers } from '../../../services/tables/customer.ts';
import type { EmptyDatabase } from '../../databases/emptyDatabase.ts';
import { hasPooler, Pooler } from '../../databases/pooler.ts';
import { emptyPostgres } from '../../databases/postgres.ts';

describe('a database behind a pooler that gives each transaction another connection', () => {
  if (!hasPooler) return;
  let database: EmptyDatabase;
  let pooler: Pooler;
  let stores: PostgresStore[];
  before(async () => {
    database = await emptyPostgres();
    pooler = await Pooler.before(database.url);
    // Both make the tables at the same moment.
    stores = await Promise.all([1, 2].map(() => openPostgres(pooler.url, [bankSchema])));
  });
  after(async () => {
    for (const store of stores ?? []) await store.close();
    await pooler?.close();
    await database.remove();
  });

  it('is opened, and every transaction has its limits', async () => {
    const limits = await stores[0]?.transaction([], async (manager) => {
      const [{ statement_timeout }] = await manager.query('SHOW statement_timeout');
      const [{ lock_timeout }] = await manager.query('SHOW lock_timeout');
      return [statement_timeout, lock_timeout];
    });
    assert.deepEqual(limits, ['1min', '10s']);
  });

  it('runs transactions that decide about the same one after the other, on whatever connection', async () => {
    const customers = new PreparedTable(Customers);
    let open = 0;
    const decides = (store: PostgresStore) =>
      store.transaction([lock('one')], async (manager) => {
        assert.equal(++open, 1);
        await customers.select(manager, { id: 'nobody' });
        await manager.query('SELECT pg_sleep(0.01)');
        open -= 1;
      });
    await Promise.all(stores.flatMap((store) => Array.from({ length: 8 }, () => decides(store))));
    assert.equal(open, 0);
  });
});
