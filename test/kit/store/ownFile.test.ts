import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '../../../kit/store/openSqlite.ts';
import { OwnFile } from '../../../kit/store/ownFile.ts';
import { bankSchema } from '../../../services/bankSchema.ts';
import { AuditEntries } from '../../../services/tables/auditEntry.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

describe('a SQLite database that one process has for itself', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());
  const own = (file: string) => OwnFile.of(`sqlite:${file}`) ?? assert.fail();
  const isRefused = (file: string) =>
    assert.rejects(own(file).take(), (error: { code: string; message: string }) => {
      assert.equal(error.code, 'storeUnavailable');
      assert.match(error.message, /another bot works on it \(several bots need PostgreSQL\)/);
      return true;
    });

  it('is refused to a second one, by whatever name, until the first gives it back', async () => {
    const file = join(folder.path, 'data', 'a.db');
    const first = own(file);
    await first.take();
    await isRefused(file);
    await first.release();
    await own(file).take();
    const store = await openSqlite(join(folder.path, 'b.db'), []);
    await store.close();
    symlinkSync(join(folder.path, 'b.db'), join(folder.path, 'link.db'));
    // Held to the end: a lock that nobody holds any more is given back when memory is.
    const second = own(join(folder.path, 'b.db'));
    await second.take();
    await isRefused(join(folder.path, 'link.db'));
    await second.release();
  });

  it('has a file for its lock that nobody else may open, also where an earlier version has made one for all', async () => {
    const file = join(folder.path, 'modes.db');
    const mode = () => statSync(`${file}.owner`).mode & 0o777;
    const first = own(file);
    await first.take();
    assert.equal(mode(), 0o600);
    await first.release();
    chmodSync(`${file}.owner`, 0o644);
    const second = own(file);
    await second.take();
    assert.equal(mode(), 0o600);
    await second.release();
  });

  it('is free as soon as the process that had it is killed', async () => {
    const file = join(folder.path, 'killed.db');
    const program = join(folder.path, 'holds.mjs');
    const home = new URL('../../../kit/store/ownFile.ts', import.meta.url).href;
    writeFileSync(
      program,
      `import { OwnFile } from '${home}';
      await OwnFile.of('sqlite:${file}').take();
      process.send('has it');
      setInterval(() => {}, 1000);`,
    );
    const holder = fork(program);
    await once(holder, 'message');
    await isRefused(file);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await own(file).take();
  });

  it('is read and written beside it by everybody else', async () => {
    const file = join(folder.path, 'beside.db');
    await own(file).take();
    const [bot, operator] = [await openSqlite(file, [bankSchema]), await openSqlite(file, [bankSchema])];
    await operator.transaction([], (manager) => manager.query('PRAGMA user_version = 7'));
    assert.deepEqual(await bot.read((manager) => manager.query('PRAGMA user_version')), [
      { user_version: 7 },
    ]);
    assert.equal(await operator.read((manager) => manager.count(AuditEntries)), 0);
    await bot.close();
    await operator.close();
  });

  it('is no claim on a database that processes share', () => {
    assert.equal(OwnFile.of('postgres://bank@127.0.0.1/bank'), undefined);
  });
});
