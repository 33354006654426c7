import assert from 'node:assert/strict';
import { botSchema } from '../../../bot/botSchema.ts';
import { ConversationLog } from '../../../bot/channels/directLine/conversationLog.ts';
import { CallRows } from '../../../bot/channels/twilio/voice/callTables.ts';
import { Turns1764000200000 } from '../../../bot/turn/turnsMigration.ts';
import { ConversationRows, DeliveryRows } from '../../../bot/turn/turnTables.ts';
import { openStore } from '../../../kit/store/openStore.ts';
import type { Schema } from '../../../kit/store/schema.ts';
import type { Store } from '../../../kit/store/store.ts';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';
import { delivery, textForm } from './notingTerminal.ts';
import { TwoEngines } from './twoEngines.ts';

const at = '2026-11-24T07:59:00.000Z';
const replaced = [
  'turn_leases',
  'handled_activities',
  'conversation_states',
  'voice_steps',
  'received_messages',
];

/** The schema as it was before there was one engine for the turns of every channel. */
const before: Schema = {
  ...botSchema,
  migrations: Object.values(botSchema.migrations).filter((migration) => migration !== Turns1764000200000),
};

onEachDatabase('the way from five tables of turns to two', (empty) => {
  let database: EmptyDatabase;
  let store: Store;

  beforeEach(async () => {
    database = await empty();
    const old = await openStore(database.url, [before]);
    await old.transaction(async (manager) => {
      const states = {
        'directline/conversations/c1/': { stamp: { version: 3, at } },
        'sms/conversations/a/b/': {},
      };
      for (const [key, value] of Object.entries(states)) {
        await manager.query(
          `INSERT INTO conversation_states VALUES ('${key}', '${JSON.stringify(value)}', 'e', '${at}')`,
        );
      }
      await manager.query(
        `INSERT INTO voice_calls VALUES ('CA1', NULL, 'CA1', 'english', 3, '{"what":"tongue"}', 0, '${at}', '${at}', NULL)`,
      );
    });
    await old.close();
    store = await openStore(database.url, [botSchema]);
  });
  afterEach(async () => {
    await store.close();
    await database.remove();
  });

  it('takes every conversation along under its new name, free and with what its dialogs had kept', async () => {
    const rows = await store.read((manager) => manager.find(ConversationRows, { order: { state: 'DESC' } }));
    const open = { awaits: null, holder: '', expiresAt: at, updatedAt: at, version: 'carriedOver' };
    assert.deepEqual(
      rows.map(({ id: _id, ...row }) => row),
      [
        { ...open, state: '{}' },
        { ...open, state: JSON.stringify({ stamp: { version: 3, at } }) },
      ],
    );
    assert.equal(await store.read((manager) => manager.count(DeliveryRows)), 0);
    const engines = TwoEngines.of(store);
    const standing = await engines.one.turns.standing('directline', 'c1');
    assert.deepEqual(standing.state, { stamp: { version: 3, at } });
    const of = delivery('x', { channelId: 'directline', conversation: 'c1' });
    assert.equal(await engines.one.turns.take(of, textForm('goes on')), 'goes on');
    assert.deepEqual((await engines.one.turns.standing('sms', 'a/b')).state, {});
  });

  it('lets a call go on, and leaves nothing of the tables that are not used any more', async () => {
    const call = await store.read((manager) => manager.findOneBy(CallRows, { callSid: 'CA1' }));
    assert.deepEqual([call?.step, call?.tokens], [3, '[]']);
    for (const table of replaced) {
      await assert.rejects(
        store.read((manager) => manager.query(`SELECT * FROM ${table}`)),
        table,
      );
    }
    await new ConversationLog({ store, clock: () => new Date(at) }).begin({ conversationId: 'c2' });
  });
});
