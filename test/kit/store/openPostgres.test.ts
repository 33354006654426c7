import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import pg from 'pg';
import { migrationLock, openPostgres } from '../../../kit/store/openPostgres.ts';
import { openStore } from '../../../kit/store/openStore.ts';
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

  it('refuses a database whose encoding cannot hold what customers write', async () => {
    const server = new pg.Client(database.url);
    await server.connect();
    const name = `latin_${process.pid}_${Date.now()}`;
    for (const encoding of ['LATIN1', 'SQL_ASCII', 'EUC_CN']) {
      await server.query(
        `CREATE DATABASE ${name} ENCODING '${encoding}' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`,
      );
      const url = new URL(database.url);
      url.pathname = name;
      try {
        await assert.rejects(openPostgres(url.href, [bankSchema]), {
          code: 'settingsInvalid',
          message: new RegExp(
            `^DATABASE_URL: the encoding of that database is ${encoding}, .* ENCODING 'UTF8'`,
          ),
        });
      } finally {
        await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
      }
    }
    await server.end();
  });

  describe('that is not up yet', () => {
    /** A start that waits, on a clock of its own: each attempt takes a second of it, and each pause what it takes. */
    function waits(patience: number, whilePausing: (waited: number) => Promise<unknown> = async () => {}) {
      let now = 0;
      const said: string[] = [];
      const pauses: number[] = [];
      return {
        said,
        pauses,
        waiting: {
          patience,
          ticks: () => (now += 1000),
          says: (reason: string) => said.push(reason),
          pause: async (milliseconds: number) => {
            pauses.push(milliseconds);
            now += milliseconds;
            await whilePausing(pauses.length);
          },
        },
      };
    }

    it('is waited for, saying so, until it is', async () => {
      const gate = createServer((socket) => socket.destroy());
      gate.listen(0, '127.0.0.1');
      await once(gate, 'listening');
      const { port } = gate.address() as AddressInfo;
      const url = new URL(database.url);
      const to = Number(url.port);
      url.port = String(port);
      const { said, waiting } = waits(60_000, async (waited) => {
        if (waited < 3) return;
        gate.removeAllListeners('connection');
        gate.on('connection', (socket) => {
          const onward = connect(to, '127.0.0.1');
          socket.pipe(onward).pipe(socket);
          for (const end of [socket, onward]) end.on('error', () => {});
        });
      });
      const store = await openStore(url.href, [bankSchema], waiting);
      assert.equal(await store.read((manager) => manager.count(AuditEntries)), 0);
      await store.close();
      gate.close();
      assert.equal(said.length, 3);
      assert.doesNotMatch(said.join(), /only-for-tests/);
    });

    it('is waited for no longer than the patience lasts', async () => {
      const { pauses, said, waiting } = waits(10_000);
      const refused = openStore('postgres://bank:hunter2@127.0.0.1:1/bank', [], waiting);
      await assert.rejects(refused, { code: 'storeUnavailable', message: /ECONNREFUSED/ });
      assert.ok(pauses.length > 1 && pauses.length === said.length);
      assert.ok(pauses.every((pause) => pause <= 2000));
      assert.doesNotMatch(said.join(), /hunter2/);
    });

    it('is not waited for where the address, the password or the database is wrong, or by a command', async () => {
      const { said, waiting } = waits(60_000);
      const wrong = new URL(database.url);
      wrong.password = 'hunter2';
      await assert.rejects(openStore(wrong.href, [], waiting), { code: 'storeUnavailable' });
      const missing = new URL(database.url);
      missing.pathname = 'nowhere';
      await assert.rejects(openStore(missing.href, [], waiting), { code: 'storeUnavailable' });
      await assert.rejects(openStore('postgres://bank@127.0.0.1:1/bank', []), { code: 'storeUnavailable' });
      assert.deepEqual(said, []);
    });

    it('is waited for while another process makes its tables', async () => {
      const other = new pg.Client(database.url);
      await other.connect();
      await other.query('SELECT pg_advisory_lock($1)', [migrationLock]);
      const name = new URL(database.url).pathname.slice(1);
      await other.query(`ALTER DATABASE ${name} SET lock_timeout = 100`);
      const { said, waiting } = waits(60_000, () => other.query('SELECT pg_advisory_unlock_all()'));
      const store = await openStore(`${database.url}?options=-c%20lock_timeout%3D100`, [bankSchema], waiting);
      await store.close();
      await other.end();
      assert.equal(said.length, 1);
    });
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
