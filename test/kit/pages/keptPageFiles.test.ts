// Guards a secret: what somebody writes into the database does not run in a page.
import assert from 'node:assert/strict';
import { botSchema } from '../../../bot/botSchema.ts';
import { botTables } from '../../../bot/botTables.ts';
import { BotPageFileRows } from '../../../bot/pageFilesTable.ts';
import { type Asset, compressed } from '../../../kit/pages/asset.ts';
import { hashOf } from '../../../kit/pages/builtPages.ts';
import { KeptPageFiles } from '../../../kit/pages/keptPageFiles.ts';
import { deleteExpired } from '../../../kit/retention/expiring.ts';
import { expiringIn } from '../../../kit/retention/ownedTable.ts';
import type { Store } from '../../../kit/store/store.ts';
import { hours, later } from '../../../kit/time.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import type { EmptyDatabase } from '../../databases/emptyDatabase.ts';
import { openTestStore } from '../../databases/openTestStore.ts';

const javascript = 'text/javascript; charset=utf-8';

function built(text: string, contentType = javascript): Asset {
  const content = Buffer.from(text);
  const hash = hashOf(content).slice(0, 16);
  return { path: `/assets/chat.${hash}.js`, hash, contentType, encoded: compressed(content, 1) };
}

onEachDatabase('the files of the pages of several versions', (empty) => {
  let database: EmptyDatabase;
  let store: Store;
  let now: Date;
  beforeEach(async () => {
    database = await empty();
    store = await openTestStore(database.url, [botSchema]);
    now = new Date('2026-03-02T08:00:00.000Z');
  });
  afterEach(async () => {
    await store.close();
    await database.remove();
  });

  const version = (...own: Asset[]) =>
    new KeptPageFiles({ store, rows: BotPageFileRows, own, clock: () => now });
  const shown = async (asset: Asset, by = version()) =>
    (await by.find(asset.path))?.encoded.identity.toString();
  const rows = () => store.read((manager) => manager.count(BotPageFileRows));
  const kinds = expiringIn(
    botTables.filter((table) => table.rows === (BotPageFileRows as unknown)),
    undefined as never,
  );
  const sweeps = () => deleteExpired(store, kinds, now);

  it('are served by each, whichever has built them, and nothing else is', async () => {
    const [old, present] = [built('the old page'), built('the present page')];
    await version(old).keep();
    await version(present).keep();
    await version(present).keep();
    assert.equal(await rows(), 2);
    assert.equal(await shown(old, version(present)), 'the old page');
    assert.equal(await shown(present, version(old)), 'the present page');
    assert.equal(await shown(built('a page that nobody has built')), undefined);
    for (const path of ['/assets/chat.js', '/assets/../x', `/assets/x.${'a'.repeat(16)}.html`])
      assert.equal(await version().find(path), undefined, path);
  });

  it('go when no version has used them for a day', async () => {
    const [old, present] = [built('the old page'), built('the present page')];
    await version(old).keep();
    now = later(now, 23 * hours);
    await version(present).keep();
    await sweeps();
    assert.equal(await rows(), 2);
    now = later(now, 1 * hours + 1);
    await version(present).keep();
    await sweeps();
    assert.deepEqual([await shown(old), await shown(present)], [undefined, 'the present page']);
  });

  it('are not served where what stands there is not what the path says, or no file of a page', async () => {
    const right = built('what the page names');
    const usedAt = '2026-03-02T08:00:00.000Z';
    const writes = (row: { path: string; contentType: string; content: string }) =>
      store.transaction(
        [],
        async (manager) => void (await manager.save(BotPageFileRows, { ...row, usedAt })),
      );
    const content = Buffer.from('what somebody else would have run').toString('base64');
    await writes({ path: right.path, contentType: javascript, content });
    assert.equal(await shown(right), undefined);
    const page = built('<script>alert(1)</script>', 'text/html');
    await version(page).keep();
    assert.equal(await shown(page), undefined);
  });
});
