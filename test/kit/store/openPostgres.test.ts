import assert from 'node:assert/strict';
import pg from 'pg';
import { openPostgres } from '../../../kit/store/openPostgres.ts';
import { bankSchema } from '../../../services/bankSchema.ts';
import { AuditEntries } from '../../../services/tables/auditEntry.ts';
import type { EmptyDatabase } from '../../databases/emptyDatabase.ts';
import { emptyPostgres } from '../../databases/postgres.ts';

describe('opening PostgreSQL', () => {
  let database: EmptyDatabase;
  beforeEach(async () => {
    database = await emptyPostgres();
  });
  afterEach(() => database.remove());

  const isRefused = (url: string, reason: RegExp) =>
    assert.rejects(openPostgres(url, []), (error: { code: string; message: string }) => {
      assert.equal(error.code, 'storeUnavailable');
      assert.match(error.message, reason);
      assert.doesNotMatch(error.message, /only-for-tests|hunter2/);
      return true;
    });

  it('makes the tables once when several processes start together', async () => {
    const stores = await Promise.all([1, 2, 3].map(() => openPostgres(database.url, [bankSchema])));
    const counts = await Promise.all(
      stores.map((store) => store.read((manager) => manager.count(AuditEntries))),
    );
    assert.deepEqual(counts, [0, 0, 0]);
    for (const store of stores) await store.close();
  });

  it('says which database it cannot open, and why, without the password', async () => {
    const wrong = new URL(database.url);
    wrong.password = 'hunter2';
    await isRefused(wrong.href, /postgres:\/\/127\.0\.0\.1:\d+\/test_\w+: password authentication failed/);
    const missing = new URL(database.url);
    missing.pathname = 'nowhere';
    await isRefused(missing.href, /\/nowhere: database "nowhere" does not exist/);
    await isRefused('postgres://bank:hunter2@127.0.0.1:1/bank', /127\.0\.0\.1:1\/bank: .*ECONNREFUSED/);
    await isRefused('postgres://bank:hunter2@[::/bank', /of DATABASE_URL: /);
  });

  it('refuses a database that may lose what it has committed', async () => {
    const client = new pg.Client(database.url);
    await client.connect();
    const name = new URL(database.url).pathname.slice(1);
    await client.query(`ALTER DATABASE ${name} SET synchronous_commit = off`);
    await client.end();
    await isRefused(database.url, /synchronous_commit off, which can lose/);
  });
});
