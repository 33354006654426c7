import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '../../../kit/store/openSqlite.ts';
import type { Schema } from '../../../kit/store/schema.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

describe('the file of what stands apart from a SQLite database', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.path, 'own.db');
  });
  afterEach(() => folder.remove());

  const schema: Schema = {
    entities: [],
    migrations: [],
    prefix: 'None',
    apart: [{ name: 'of_the_hour', columns: 'name text PRIMARY KEY NOT NULL' }],
  };
  const open = () => openSqlite(file, [schema]);
  const marker = 'a-secret-of-the-hour';

  it('is its owner’s alone, keeps what it holds, and overwrites what is deleted', async () => {
    const store = await open();
    await store.transaction([], (manager) => manager.query(`INSERT INTO of_the_hour VALUES ('${marker}')`));
    assert.equal(statSync(`${file}-apart`).mode & 0o777, 0o600);
    assert.ok(readFileSync(`${file}-apart`).includes(marker));
    await store.close();
    const again = await open();
    assert.deepEqual(await again.read((manager) => manager.query('SELECT * FROM of_the_hour')), [
      { name: marker },
    ]);
    await again.transaction([], (manager) => manager.query('DELETE FROM of_the_hour'));
    for (const name of readdirSync(folder.path))
      assert.ok(!readFileSync(join(folder.path, name)).includes(marker), name);
    await again.close();
    assert.ok(!readdirSync(folder.path).some((name) => /apart-(wal|journal|shm)$/.test(name)));
  });

  it('begins anew where it is damaged, and the database goes on', async () => {
    await (await open()).close();
    for (const content of [
      'no database at all',
      Buffer.alloc(8192, 7),
      readFileSync(`${file}-apart`).fill(9, 4096),
    ]) {
      writeFileSync(`${file}-apart`, content);
      const store = await open();
      assert.deepEqual(await store.read((manager) => manager.query('SELECT * FROM of_the_hour')), []);
      await store.close();
    }
  });

  it('is not made for who has nothing that stands apart', async () => {
    await (await openSqlite(file, [{ ...schema, apart: [] }])).close();
    assert.ok(!readdirSync(folder.path).includes('own.db-apart'));
  });
});
