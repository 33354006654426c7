import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openInstallation, presentIn } from '../../../services/installation/openInstallation.ts';
import { keyedBank } from '../../../services/keyedBank.ts';
import { KeyRing } from '../../../services/security/keyRing.ts';
import { BankKeyFingerprints } from '../../../services/tables/bankKeyFingerprint.ts';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

onEachDatabase('opening a database with its keys', (empty) => {
  let folder: ReturnType<typeof temporaryFolder>;
  let database: EmptyDatabase;
  let keysFile: string;
  beforeEach(async () => {
    folder = temporaryFolder();
    keysFile = join(folder.path, 'keys.json');
    database = await empty();
  });
  afterEach(async () => {
    await database.remove();
    folder.remove();
  });

  const clock = () => new Date('2026-11-24T08:00:00.000Z');
  const open = (production = false) =>
    openInstallation({
      settings: { databaseUrl: database.url, keysFile, production },
      clock,
      schemas: [keyedBank],
    });

  it('makes keys for development beside an empty database, and does not write to them again', async () => {
    const { store, keyRing } = await open();
    assert.equal(await store.read((manager) => manager.count(BankKeyFingerprints)), 4);
    await store.close();
    const { mtimeNs } = statSync(keysFile, { bigint: true });
    await (await open()).store.close();
    assert.equal(statSync(keysFile, { bigint: true }).mtimeNs, mtimeNs);
    assert.ok(keyRing.fieldKey);
  });

  it('makes none beside a database that holds something, were it only the fingerprints', async () => {
    await (await open()).store.close();
    rmSync(keysFile);
    await assert.rejects(open(), { code: 'keysForeign', message: /keys\.json is not there/ });
    assert.equal(existsSync(keysFile), false);
  });

  it('makes none for production, nor a database', async () => {
    await assert.rejects(open(true), { code: 'settingsInvalid' });
    assert.deepEqual(await presentIn(database.url, [keyedBank]), []);
  });

  it('lets the key file be, to the last bit, where it is not the one of the database', async () => {
    await (await open()).store.close();
    rmSync(keysFile);
    KeyRing.create(keysFile, 'development');
    const before = readFileSync(keysFile);
    await assert.rejects(open(), { code: 'keysForeign' });
    assert.deepEqual(readFileSync(keysFile), before);
  });

  it('lets several that open an empty one at once all go on, with the same keys', async () => {
    const opened = await Promise.all([open(), open(), open()]);
    const keys = opened.map(({ keyRing }) => keyRing.fieldKey.id);
    for (const { store } of opened) await store.close();
    assert.equal(new Set(keys).size, 1);
  });

  it('finds the halves that a database has, and makes nothing to find out', async () => {
    const file = join(folder.path, 'none.db');
    assert.deepEqual(await presentIn(`sqlite:${file}`, [keyedBank]), []);
    assert.equal(existsSync(file), false);
    await (await open()).store.close();
    assert.deepEqual(await presentIn(database.url, [keyedBank]), [keyedBank]);
  });
});
