import assert from 'node:assert/strict';
import { openPostgres } from '../../../kit/store/openPostgres.ts';
import { PreparedTable } from '../../../kit/store/preparedTable.ts';
import { bankSchema } from '../../../services/bankSchema.ts';
import { Customers } from '../../../services/tables/customer.ts';
import type { EmptyDatabase } from '../../databases/emptyDatabase.ts';
import { emptyPostgres } from '../../databases/postgres.ts';

describe('a prepared statement on PostgreSQL', () => {
  let database: EmptyDatabase;
  before(async () => {
    database = await emptyPostgres();
  });
  after(() => database.remove());

  /** The texts that a connection keeps under a name after the same was asked twice on it. */
  async function kept(url: string): Promise<string[]> {
    const store = await openPostgres(url, [bankSchema]);
    const customers = new PreparedTable(Customers);
    try {
      return await store.transaction([], async (manager) => {
        for (const id of ['a', 'b']) await customers.select(manager, { id });
        const rows = await manager.query('SELECT statement FROM pg_prepared_statements WHERE NOT from_sql');
        return rows.map(({ statement }: { statement: string }) => statement);
      });
    } finally {
      await store.close();
    }
  }

  it('is kept by the connection, once however often it is asked, and no other statement is', async () => {
    const [statement, ...others] = await kept(database.url);
    assert.match(String(statement), /^SELECT .* FROM "customers" WHERE "id" = \$1/);
    assert.deepEqual(others, []);
  });

  it('is kept nowhere where the address says that statements have no names', async () => {
    assert.deepEqual(await kept(`${database.url}?statements=unnamed`), []);
  });
});
