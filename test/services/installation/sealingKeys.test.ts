// Guards a secret: whoever has recorded envelopes must wait in vain for the key that opens them.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { openStore } from '../../../kit/store/openStore.ts';
import type { Store } from '../../../kit/store/store.ts';
import { hours, later, minutes } from '../../../kit/time.ts';
import { bankSchema } from '../../../services/bankSchema.ts';
import { SealingKeys } from '../../../services/installation/sealingKeys.ts';
import { FieldSealing } from '../../../services/security/fieldSealing.ts';
import { KeyRing } from '../../../services/security/keyRing.ts';
import { type SealingKeyRow, SealingKeyRows } from '../../../services/tables/sealingKey.ts';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

onEachDatabase('the sealing keys of the hour', (empty) => {
  let folder: ReturnType<typeof temporaryFolder>;
  let database: EmptyDatabase;
  let keyRing: KeyRing;
  let now: Date;
  const stores: Store[] = [];
  const clock = () => now;

  beforeEach(async () => {
    now = new Date('2026-11-24T08:00:00.000Z');
    folder = temporaryFolder();
    database = await empty();
    keyRing = KeyRing.openOrMake(join(folder.path, 'keys.json'), { clock, production: false });
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    await database.remove();
    folder.remove();
  });

  /** The keys and the store of one process. */
  async function process(): Promise<{ keys: SealingKeys; store: Store }> {
    const store = await openStore(database.url, [bankSchema]);
    stores.push(store);
    return { keys: new SealingKeys({ store, fields: new FieldSealing(keyRing), keyRing, clock }), store };
  }
  /**
   * Runs work for all at once; on SQLite one after the other, because two of one process would wait for each other for
   * ever.
   */
  async function eachOf<One, Result>(all: One[], work: (one: One) => Promise<Result>): Promise<Result[]> {
    if (!database.url.startsWith('sqlite:')) return Promise.all(all.map(work));
    const results: Result[] = [];
    for (const one of all) results.push(await work(one));
    return results;
  }
  const kidsIn = async (store: Store) =>
    (await store.read((manager) => manager.find(SealingKeyRows))).map(({ kid }) => kid);

  it('are given out for an hour, and their private halves destroyed a quarter of an hour later', async () => {
    const { keys, store } = await process();
    const first = await keys.current();
    now = later(now, 59 * minutes);
    await keys.tend();
    assert.equal((await keys.current()).kid, first.kid);
    now = later(now, 1 * minutes);
    await keys.tend();
    assert.notEqual((await keys.current()).kid, first.kid);
    assert.ok(await keys.privateHalf(first.kid));
    assert.ok((await kidsIn(store)).includes(first.kid));
    assert.ok((await database.content()).includes(first.kid));
    now = later(now, 15 * minutes);
    assert.equal(await keys.privateHalf(first.kid), undefined, 'also before anybody has destroyed it');
    await keys.tend();
    assert.equal((await kidsIn(store)).length, 1);
    assert.ok(!(await database.content()).includes(first.kid), 'nothing of it is left in any file');
  });

  it('never come with their private halves, nor stand anywhere in the clear', async () => {
    const { keys } = await process();
    const given = await keys.current();
    assert.deepEqual(Object.keys(given).sort(), ['alg', 'crv', 'kid', 'kty', 'suite', 'use', 'x', 'y']);
    const { d = '' } = (await keys.privateHalf(given.kid)) ?? {};
    assert.equal(d.length, 43);
    const content = await database.content();
    assert.ok(!content.includes(d) && !content.includes(given.x));
  });

  it('are the same for all processes, also when each would make the next at the same moment', async () => {
    const processes = [await process(), await process(), await process()];
    for (let hour = 0; hour < 3; hour++) {
      const given = await eachOf(processes, ({ keys }) => keys.current());
      const [kid = ''] = [...new Set(given.map((one) => one.kid))];
      assert.deepEqual(new Set(given.map((one) => one.kid)), new Set([kid]));
      for (const { keys } of processes) assert.ok(await keys.privateHalf(kid));
      now = later(now, 1 * hours);
    }
  });

  it('are found by a process that has not looked since another one made them', async () => {
    const [one, other] = [await process(), await process()];
    const { kid } = await one.keys.current();
    await other.keys.current();
    now = later(now, 1 * minutes);
    await one.keys.rotate();
    const fresh = await one.keys.current();
    assert.notEqual(fresh.kid, kid);
    assert.equal((await other.keys.current()).kid, kid);
    assert.ok(await other.keys.privateHalf(fresh.kid));
    assert.equal((await other.keys.current()).kid, fresh.kid);
    assert.ok(await other.keys.privateHalf(kid), 'the one before lives out its time');
  });

  it('are made anew where the table was emptied, and what was sealed to the old ones opens nowhere soon', async () => {
    const [one, other] = [await process(), await process()];
    const { kid } = await one.keys.current();
    await one.store.transaction([], (manager) => manager.clear(SealingKeyRows));
    assert.equal(await other.keys.privateHalf(kid), undefined);
    await one.keys.tend();
    assert.equal(await one.keys.privateHalf(kid), undefined);
    const fresh = await one.keys.current();
    assert.notEqual(fresh.kid, kid);
    assert.equal((await other.keys.current()).kid, fresh.kid);
  });

  it('count for nothing where a row was altered, put under another name or made older than it is', async () => {
    const { keys, store } = await process();
    const { kid } = await keys.current();
    const [row] = await store.read((manager) => manager.find(SealingKeyRows));
    assert.ok(row);
    now = later(now, 1 * minutes);
    const wrong: Partial<SealingKeyRow>[] = [
      { pairSealed: `${row.pairSealed.slice(0, -4)}AAAA` },
      { pairSealed: 'v1.none' },
      { kid: 'another' },
      { createdAt: '2026-11-24T09:00:00.000Z' },
    ];
    for (const change of wrong) {
      const name: string = change.kid ?? row.kid;
      await store.transaction([], async (manager) => {
        await manager.clear(SealingKeyRows);
        await manager.insert(SealingKeyRows, { ...row, ...change });
      });
      const { keys: fresh } = await process();
      assert.equal(await fresh.privateHalf(name), undefined, JSON.stringify(change));
      assert.notEqual((await fresh.current()).kid, name);
      assert.notEqual((await fresh.current()).kid, kid);
    }
  });

  it('are destroyed by the first who looks after a long stop', async () => {
    const { keys, store } = await process();
    const { kid } = await keys.current();
    now = later(now, 30 * hours);
    const { keys: next } = await process();
    assert.equal(await next.privateHalf(kid), undefined);
    await next.tend();
    assert.ok(!(await kidsIn(store)).includes(kid));
  });
});
