import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import pino from 'pino';
import { keyedBot } from '../../bot/keyedBot.ts';
import { BotKeyFingerprintRows } from '../../bot/keyFingerprintsTable.ts';
import { StoredAwaitedLinks } from '../../bot/links/awaitedLinks.ts';
import type { Store } from '../../kit/store/store.ts';
import { instant } from '../../kit/time.ts';
import { DatabaseKeys } from '../../services/installation/databaseKeys.ts';
import { KeyRing } from '../../services/security/keyRing.ts';
import { type EmptyDatabase, onEachDatabase } from '../databases/databases.ts';
import { openTestStore } from '../databases/openTestStore.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const now = new Date('2026-11-24T08:00:00.000Z');
const clock = () => now;

onEachDatabase('the key of the bot’s database', (empty) => {
  let folder: ReturnType<typeof temporaryFolder>;
  let database: EmptyDatabase;
  let store: Store;
  beforeEach(async () => {
    folder = temporaryFolder();
    database = await empty();
    store = await openTestStore(database.url, [keyedBot.schema]);
  });
  afterEach(async () => {
    await store.close();
    await database.remove();
    folder.remove();
  });

  const ring = (keysFile: string) => KeyRing.openOrMake(keysFile, { clock, production: false });
  function settle(name: string): Promise<void> {
    const keysFile = join(folder.path, name);
    return new DatabaseKeys({
      store,
      keyRing: ring(keysFile),
      keysFile,
      schemas: [keyedBot],
      clock,
    }).settle();
  }
  const refused = { code: 'keysForeign', message: /lacks the database’s webChatTokenKey\./ };
  const recorded = async () =>
    (await store.read((manager) => manager.find(BotKeyFingerprintRows))).map(({ name }) => name);

  it('is recorded, and no other is taken after it', async () => {
    await settle('own.json');
    await assert.rejects(settle('other.json'), refused);
    await settle('own.json');
    assert.deepEqual(await recorded(), ['webChatTokenKey']);
  });

  it('shows in an older version’s links that are waited for', async () => {
    const secret = () => ring(join(folder.path, 'own.json')).secrets('webChatTokenKey');
    const links = new StoredAwaitedLinks({
      store,
      reachable: new Set(['directline', 'msteams', 'emulator']),
      secret,
      clock,
      log: pino({ enabled: false }),
    });
    const reached = { channelId: 'emulator', serviceUrl: 'http://127.0.0.1', from: { id: 'a' } };
    const activity = { ...reached, conversation: { id: 'c' }, recipient: { id: 'bot' } } as Activity;
    await links.note({ activity }, { id: 'a-link', expiresAt: instant(now) });
    await assert.rejects(settle('other.json'), refused);
    assert.deepEqual(await recorded(), []);
    await settle('own.json');
  });
});
