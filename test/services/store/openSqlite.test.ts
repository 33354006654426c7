import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '../../../services/store/openSqlite.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

describe('opening SQLite', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  it('writes with synchronous = FULL in a write-ahead log', async () => {
    const store = await openSqlite(join(folder.path, 'store.db'), []);
    const [mode, level] = await store.read(async (manager) => [
      await manager.query('PRAGMA journal_mode'),
      await manager.query('PRAGMA synchronous'),
    ]);
    await store.close();
    assert.deepEqual(mode, [{ journal_mode: 'wal' }]);
    assert.deepEqual(level, [{ synchronous: 2 }]);
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
