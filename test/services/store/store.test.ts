import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EntitySchema, type QueryRunner } from 'typeorm';
import { openSqlite } from '../../../services/store/openSqlite.ts';
import type { Store } from '../../../services/store/store.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

const Note = new EntitySchema<{ id: string }>({
  name: 'note',
  columns: { id: { type: 'varchar', primary: true } },
});

class MakeNotes1700000000000 {
  readonly name = 'MakeNotes1700000000000';
  async up(runner: QueryRunner) {
    await runner.query('CREATE TABLE note (id varchar PRIMARY KEY)');
  }
  async down() {}
}

describe('the SQLite store', () => {
  const folder = temporaryFolder();
  let store: Store;

  before(async () => {
    store = await openSqlite(join(folder.path, 'store.db'), [
      { entities: [Note], migrations: [MakeNotes1700000000000] },
    ]);
  });

  after(async () => {
    await store.close();
    folder.remove();
  });

  it('writes with synchronous = FULL in a write-ahead log', async () => {
    const [mode, level] = await store.read(async (manager) => [
      await manager.query('PRAGMA journal_mode'),
      await manager.query('PRAGMA synchronous'),
    ]);
    assert.deepEqual(mode, [{ journal_mode: 'wal' }]);
    assert.deepEqual(level, [{ synchronous: 2 }]);
  });

  it('keeps what one transaction acknowledged when another that ran beside it rolls back', async () => {
    const rolledBack = store.transaction(async (manager) => {
      await manager.insert(Note, { id: 'lost' });
      await new Promise((resolve) => setImmediate(resolve));
      throw new Error('roll back');
    });
    const kept = store.transaction((manager) => manager.insert(Note, { id: 'kept' }));
    await assert.rejects(rolledBack, /roll back/);
    await kept;
    assert.deepEqual(await store.read((manager) => manager.find(Note)), [{ id: 'kept' }]);
  });

  it('refuses a call inside its own work instead of waiting for itself', async () => {
    await assert.rejects(
      store.transaction(() => store.read(async () => 1)),
      /inside its own work/,
    );
  });

  it('says which file it cannot open, and why', async () => {
    const file = join(folder.path, 'broken.db');
    writeFileSync(file, 'this is no database, and it is longer than the header of one would be'.repeat(20));
    await assert.rejects(openSqlite(file, []), (error: { code: string; message: string }) => {
      assert.equal(error.code, 'storeUnavailable');
      assert.match(error.message, /broken\.db.*not a database/);
      return true;
    });
  });
});
