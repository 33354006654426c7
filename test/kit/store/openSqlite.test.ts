import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '../../../kit/store/openSqlite.ts';
import type { EntityManager } from '../../../kit/store/query.ts';
import { bankSchema } from '../../../services/bankSchema.ts';
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

  it('writes nothing to temporary files, however much a transaction may have to take back', async () => {
    const store = await openSqlite(join(folder.path, 'apart.db'), []);
    const before = openFiles();
    const open: string[] = [];
    const many = async (manager: EntityManager) => {
      await manager.query('CREATE TABLE notes (text varchar UNIQUE)');
      for (let row = 0; row < 2000; row++)
        await manager.query('INSERT INTO notes VALUES (?)', [String(row).repeat(50)]);
    };
    await store.inOneCommit(async () => {
      await store.transaction([], many, () => true);
      await store.transaction([], async (manager) => {
        await manager.query('UPDATE notes SET text = text || 1');
        open.push(...openFiles());
      });
    });
    assert.ok(open.some((name) => name.endsWith('apart.db')));
    assert.deepEqual(
      open.filter((name) => name.endsWith(' (deleted)') && !before.includes(name)),
      [],
    );
    await store.close();
  });

  it('keeps its files from other accounts, the log and its index too, and those of an older version', async () => {
    const file = join(folder.path, 'private.db');
    const files = [file, `${file}-wal`, `${file}-shm`];
    const modes = () => files.map((one) => (statSync(one).mode & 0o777).toString(8));
    const mask = process.umask(0);
    try {
      const store = await openSqlite(file, [bankSchema]);
      assert.deepEqual(modes(), ['600', '600', '600']);
      for (const one of files) chmodSync(one, 0o644);
      const second = await openSqlite(file, [bankSchema]);
      assert.deepEqual(modes(), ['600', '600', '600']);
      await second.close();
      await store.close();
    } finally {
      process.umask(mask);
    }
  });

  /** Does something as an account that is not the file's owner, where this one may change to another. */
  async function asAnother(work: () => Promise<void>) {
    if (process.getuid?.() !== 0) return work();
    process.seteuid?.(65_534);
    try {
      await work();
    } finally {
      process.seteuid?.(0);
    }
  }
  const cannotWrite = (file: string, reason: string) =>
    assert.rejects(openSqlite(file, []), (error: { code: string; message: string }) => {
      assert.equal(error.code, 'storeUnavailable');
      assert.ok(error.message.startsWith(`cannot open the database ${file}: `), error.message);
      assert.ok(error.message.endsWith(`(${reason})`), error.message);
      return true;
    });

  it('says that it may not write in the folder, or to the file', async () => {
    const data = join(folder.path, 'data');
    const file = join(data, 'store.db');
    await (await openSqlite(file, [])).close();
    chmodSync(folder.path, 0o755);
    chmodSync(file, 0o666);
    chmodSync(data, 0o555);
    await asAnother(() => cannotWrite(file, 'SQLITE_READONLY_DIRECTORY'));
    chmodSync(data, 0o777);
    chmodSync(file, 0o444);
    await asAnother(() => cannotWrite(file, 'EACCES'));
    chmodSync(file, 0o644);
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

/** What this process has open. A temporary file of SQLite's is deleted as soon as it is open. */
function openFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      return [readlinkSync(`/proc/self/fd/${descriptor}`)];
    } catch {
      // The one that the list itself was read with.
      return [];
    }
  });
}
