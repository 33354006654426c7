import assert from 'node:assert/strict';
import { botSchema } from '../../../bot/botSchema.ts';
import { ConversationLog } from '../../../bot/channels/directLine/conversationLog.ts';
import { ConversationRows, DeliveryRows } from '../../../bot/turn/turnTables.ts';
import { openStore } from '../../../kit/store/openStore.ts';
import type { Store } from '../../../kit/store/store.ts';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';
import { insertRows, withDataSource } from '../../databases/dataSource.ts';
import { asVersionBefore } from '../../databases/versionBefore.ts';
import { delivery, textForm } from './notingTerminal.ts';
import { TwoEngines } from './twoEngines.ts';

const at = '2026-11-24T07:59:00.000Z';
const left = JSON.stringify({ stamp: { version: 3, at } });

onEachDatabase('conversations of the version before', (empty) => {
  let database: EmptyDatabase;
  let store: Store;

  beforeEach(async () => {
    database = await empty();
    await asVersionBefore(database.url, ['bot']);
    await withDataSource(database.url, async (dataSource) => {
      const row = { e_tag: 'e', updated_at: at };
      await insertRows(dataSource, 'conversation_states', [
        { ...row, key: 'directline/conversations/c1/', value: left },
        { ...row, key: 'sms/conversations/a/b/', value: '{}' },
      ]);
    });
    store = await openStore(database.url, [botSchema]);
  });
  afterEach(async () => {
    await store.close();
    await database.remove();
  });

  it('come along under their new names, free and with what their dialogs had kept', async () => {
    const rows = await store.read((manager) => manager.find(ConversationRows, { order: { state: 'DESC' } }));
    const open = { awaits: null, holder: '', expiresAt: at, updatedAt: at, version: 'carriedOver' };
    assert.deepEqual(
      rows.map(({ id: _id, ...row }) => row),
      [
        { ...open, state: '{}' },
        { ...open, state: left },
      ],
    );
    assert.equal(await store.read((manager) => manager.count(DeliveryRows)), 0);
  });

  it('are found by the engine, which takes their next turn', async () => {
    const { one } = TwoEngines.of(store);
    assert.deepEqual((await one.turns.standing('directline', 'c1')).state, JSON.parse(left));
    const next = delivery('x', { channelId: 'directline', conversation: 'c1' });
    assert.equal(await one.turns.take(next, textForm('goes on')), 'goes on');
    assert.deepEqual((await one.turns.standing('sms', 'a/b')).state, {});
    const log = new ConversationLog({ store, clock: () => new Date(at) });
    await store.transaction([], (manager) => log.begin(manager, { conversationId: 'c2' }));
  });
});
