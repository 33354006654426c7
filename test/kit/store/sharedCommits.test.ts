import assert from 'node:assert/strict';
import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import sinon from 'sinon';
import { DataSource, type EntityManager } from 'typeorm';
import { afterCommit } from '../../../kit/store/afterCommit.ts';
import { openSqlite } from '../../../kit/store/openSqlite.ts';
import type { SqliteStore } from '../../../kit/store/sqliteStore.ts';
import { askedOf } from '../../bot/turn/askedOf.ts';
import { rejectsWith } from '../../services/rejectsWith.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

describe('transactions that share a commit on SQLite', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());
  let file: string;
  let store: SqliteStore;
  let other: DataSource;
  let opened = 0;
  /** Does what somebody else does, who shares nothing. */
  let outside: <Result>(work: () => Promise<Result>) => Promise<Result>;

  beforeEach(async () => {
    outside = AsyncLocalStorage.bind((work) => work());
    file = join(folder.path, `${opened++}.db`);
    store = await openSqlite(file, [], 60);
    await store.transaction([], (manager) => manager.query('CREATE TABLE notes (text varchar UNIQUE)'));
    other = await new DataSource({ type: 'better-sqlite3', database: file }).initialize();
  });
  afterEach(async () => {
    sinon.restore();
    await other.destroy();
    await store.close();
  });

  const notes = async (on: Pick<DataSource, 'query'>) =>
    (await on.query('SELECT text FROM notes ORDER BY rowid')).map(({ text }: { text: string }) => text);
  /** What is committed. */
  const certain = () => notes(other);
  const seen = () => store.read(notes);
  const insert = (text: string) => (manager: EntityManager) =>
    manager.query('INSERT INTO notes VALUES (?)', [text]);
  const writes = (text: string) => store.transaction([], insert(text));
  const mayWait = (text: string) => store.transaction([], insert(text), () => true);

  it('become certain with the next one that must be, and are seen by who shares it before that', async () => {
    const followed: string[] = [];
    await store.inOneCommit(async () => {
      await mayWait('first');
      await store.transaction(
        [],
        async (manager) => {
          await insert('second')(manager);
          afterCommit(manager, () => followed.push('second'));
        },
        () => true,
      );
      assert.deepEqual(await seen(), ['first', 'second']);
      assert.deepEqual([await certain(), followed], [[], []]);
      await writes('third');
      assert.deepEqual([await certain(), followed], [['first', 'second', 'third'], ['second']]);
    });
  });

  it('are certain at the end of what shares it, also where that fails', async () => {
    await store.inOneCommit(() => mayWait('first'));
    assert.deepEqual(await certain(), ['first']);
    const fails = store.inOneCommit(async () => {
      await mayWait('second');
      throw new Error('the turn fails');
    });
    await assert.rejects(fails, /the turn fails/);
    assert.deepEqual(await certain(), ['first', 'second']);
  });

  it('are certain before anybody else sees them', async () => {
    await store.inOneCommit(async () => {
      await mayWait('first');
      const elsewhere = await outside(() => seen());
      assert.deepEqual([elsewhere, await certain()], [['first'], ['first']]);
    });
  });

  it('are certain at once for who shares no commit, or must be certain', async () => {
    await mayWait('first');
    assert.deepEqual(await certain(), ['first']);
    await store.inOneCommit(async () => {
      await store.transaction([], insert('second'), () => false);
      assert.deepEqual(await certain(), ['first', 'second']);
    });
  });

  it('that nobody has told to, and come at the same moment, share one commit, before which none is answered', async () => {
    sinon.useFakeTimers({ toFake: ['performance'] });
    const answered: number[] = [];
    const asked = await askedOf(store, async () => {
      const all = Array.from({ length: 10 }, async (_, place) => {
        await (place % 2 ? writes(`${place}`) : store.inOneCommit(() => writes(`${place}`)));
        answered.push((await certain()).length);
      });
      await Promise.all([...all, outside(() => seen())]);
    });
    assert.deepEqual(answered, Array(10).fill(10));
    assert.equal(asked.filter(({ statement }) => statement === 'COMMIT').length, 1);
  });

  it('gather for a moment only once somebody waits for their commit', async () => {
    const timers = sinon.useFakeTimers({ toFake: ['performance'] });
    const passes = async () => void timers.tick(20);
    const asked = await askedOf(store, () =>
      Promise.all([
        writes('first'),
        store.transaction([], (manager) => passes().then(() => insert('second')(manager))),
        writes('third'),
      ]),
    );
    const order = asked.map(({ statement }) => statement).filter((one) => /COMMIT|INSERT/.test(one));
    const inserts = 'INSERT INTO notes VALUES (?)';
    assert.deepEqual(order, [inserts, inserts, 'COMMIT', inserts, 'COMMIT']);
  });

  it('keep other processes from writing for a moment only', async () => {
    const timers = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await store.inOneCommit(async () => {
      await mayWait('first');
      await timers.tickAsync(100);
      await seen();
      assert.deepEqual(await certain(), ['first']);
    });
  });

  it('are taken back one by one where one of them fails', async () => {
    await store.inOneCommit(async () => {
      await mayWait('first');
      await rejectsWith('storeUnavailable', mayWait('first'));
      await rejectsWith('storeUnavailable', writes('first'));
      await writes('second');
    });
    assert.deepEqual(await certain(), ['first', 'second']);
  });

  it('are lost together where the commit fails, and nobody goes on with what was lost', async () => {
    await store.transaction([], (manager) =>
      manager.query(
        'CREATE TABLE texts (note varchar REFERENCES notes (text) DEFERRABLE INITIALLY DEFERRED)',
      ),
    );
    const followed: string[] = [];
    const lost = async (manager: EntityManager) => {
      await insert('lost')(manager);
      afterCommit(manager, () => followed.push('lost'));
    };
    const shared = store.inOneCommit(async () => {
      await store.transaction([], lost, () => true);
      // Other writers of the same time are told of the failure as well.
      const others = outside(() =>
        store.transaction([], (manager) => manager.query("INSERT INTO texts VALUES ('of no note')")),
      );
      const reader = outside(() => seen());
      await rejectsWith('storeUnavailable', others);
      assert.deepEqual(await reader, [], 'who has only read reads again');
      await rejectsWith('storeUnavailable', seen());
      await rejectsWith('storeUnavailable', writes('after'));
    });
    await rejectsWith('storeUnavailable', shared);
    assert.deepEqual([await certain(), followed], [[], []]);
    await writes('next');
    assert.deepEqual(await certain(), ['next']);
  });
});
