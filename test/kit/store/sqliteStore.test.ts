import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { openSqlite } from '../../../kit/store/openSqlite.ts';
import type { SqliteStore } from '../../../kit/store/sqliteStore.ts';
import { rejectsWith } from '../../services/rejectsWith.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

describe('a SQLite file that another process writes to', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());
  const file = join(folder.path, 'store.db');
  let store: SqliteStore;
  let impatient: SqliteStore;
  let other: DataSource;
  beforeEach(async () => {
    store = await openSqlite(file, []);
    impatient = await openSqlite(file, [], 60);
    await store.transaction([], (manager) =>
      manager.query('CREATE TABLE IF NOT EXISTS notes (text varchar)'),
    );
    other = await new DataSource({ type: 'better-sqlite3', database: file }).initialize();
    await other.query('BEGIN IMMEDIATE');
  });
  afterEach(async () => {
    await other.destroy();
    await impatient.close();
    await store.close();
  });

  const notes = () => store.read((manager) => manager.query('SELECT text FROM notes'));
  const writes = (text: string) =>
    store.transaction([], (manager) => manager.query('INSERT INTO notes VALUES (?)', [text]));

  it('is read meanwhile, and is written to once that has ended', async () => {
    await other.query("INSERT INTO notes VALUES ('theirs')");
    const written = writes('ours');
    let ended = false;
    const end = written.then(() => {
      ended = true;
    });
    for (let look = 0; look < 10; look++) assert.deepEqual(await notes(), []);
    await setTimeout(1);
    assert.equal(ended, false);
    await other.query('COMMIT');
    await end;
    assert.deepEqual(await notes(), [{ text: 'theirs' }, { text: 'ours' }]);
  });

  it('is given up where that does not end, and nothing is written', async () => {
    const tried = impatient.transaction([], (manager) => manager.query('DELETE FROM notes'));
    await rejectsWith('storeUnavailable', tried);
    await other.query('ROLLBACK');
    await impatient.transaction([], (manager) => manager.query("INSERT INTO notes VALUES ('after')"));
    assert.ok((await notes()).some(({ text }: { text: string }) => text === 'after'));
  });
});
