import assert from 'node:assert/strict';
import { join } from 'node:path';
import sinon from 'sinon';
import { botExpiring } from '../../../../bot/botRetention.ts';
import { botSchema } from '../../../../bot/botSchema.ts';
import { ConversationLog } from '../../../../bot/channels/directLine/conversationLog.ts';
import { ActivityRows } from '../../../../bot/channels/directLine/directLineTables.ts';
import { conversationKey, deliveryKey } from '../../../../bot/turn/turnRows.ts';
import { DeliveryRows, ConversationRows as Turns } from '../../../../bot/turn/turnTables.ts';
import { deleteExpired } from '../../../../kit/retention/expiring.ts';
import { openSqlite } from '../../../../kit/store/openSqlite.ts';
import type { Store } from '../../../../kit/store/store.ts';
import { temporaryFolder } from '../../../temporaryFolder.ts';

describe('the log of the conversations', () => {
  const folder = temporaryFolder();
  let now = new Date('2026-11-24T08:00:00.000Z');
  let store: Store;
  let log: ConversationLog;

  before(async () => {
    store = await openSqlite(join(folder.path, 'bot.db'), [botSchema]);
    log = new ConversationLog({ store, clock: () => now });
  });
  after(async () => {
    await store.close();
    folder.remove();
  });

  const begin = (conversationId: string) =>
    store.transaction([], (manager) => log.begin(manager, { conversationId }));
  const known = (id: string) => store.read((manager) => log.known(manager, id));
  /** Says a text as turns do: it is written in their transaction and announced after the commit. */
  async function say(conversationId: string, text: string, by = log): Promise<void> {
    const { newest } = await known(conversationId);
    await store.transaction([], async (manager) => {
      await by.append(manager, conversationId, { from: newest + 1, shown: [{ text }] });
      await by.touch(manager, conversationId);
    });
    by.tell(conversationId, newest + 1);
  }

  it('begins a conversation once, and knows the number of its newest activity', async () => {
    await begin('a');
    const begun = await known('a');
    assert.deepEqual([begun.newest, begun.userId], [0, null]);
    await store.transaction([], (manager) => log.begin(manager, { conversationId: 'a', userId: 'another' }));
    assert.deepEqual(await known('a'), begun);
    await begin('b');
    await say('b', 'not of this one');
    const shown = [{ text: 'one' }, { text: 'two' }];
    await store.transaction([], (manager) => log.append(manager, 'a', { from: 1, shown }));
    assert.equal((await known('a')).newest, 2);
    assert.deepEqual(await log.after('a', ''), { activities: shown, watermark: '2' });
  });

  it('keeps no number twice, and nothing of what is written together where one of it cannot be', async () => {
    await begin('together');
    await say('together', 'one');
    const shown = [{ text: 'two' }, { text: 'three' }];
    const append = (from: number) =>
      store.transaction([], (manager) => log.append(manager, 'together', { from, shown }));
    await append(2);
    await assert.rejects(append(3), { code: 'storeUnavailable' });
    assert.equal((await known('together')).newest, 3);
  });

  it('gives a thousand at once and the rest after that', async () => {
    await begin('long');
    await store.transaction([], async (manager) => {
      for (let number = 1; number <= 1005; number++) {
        await manager.insert(ActivityRows, {
          conversationId: 'long',
          number,
          activity: '{}',
          clientActivityId: null,
          createdAt: now.toISOString(),
        });
      }
    });
    const first = await log.after('long', '');
    assert.deepEqual([first.activities.length, first.watermark], [1000, '1000']);
    const rest = await log.after('long', first.watermark);
    assert.deepEqual([rest.activities.length, rest.watermark], [5, '1005']);
  });

  it('tells a listener of each activity of its conversation, until it is not asked to any more', async () => {
    await begin('heard');
    await begin('other');
    const listener = sinon.fake();
    const unsubscribe = log.subscribe('heard', listener);
    await say('heard', 'one');
    await say('other', 'two');
    unsubscribe();
    await say('heard', 'three');
    assert.equal(listener.callCount, 1);
  });

  it('deletes a conversation 24 hours after its last activity, with its activities, its state and its deliveries', async () => {
    const key = (id: string) => conversationKey('directline', id);
    for (const conversationId of ['old', 'young']) {
      await begin(conversationId);
      await say(conversationId, 'hi');
      const at = '2026-11-25T08:00:00.000Z';
      await store.transaction([], async (manager) => {
        const turn = { version: '', state: '{}', awaits: null, holder: '', expiresAt: at, updatedAt: at };
        await manager.insert(Turns, { id: key(conversationId), ...turn });
        const done = { arrivedAt: at, kept: null, answer: '', sent: null };
        const id = deliveryKey('directline', conversationId);
        await manager.insert(DeliveryRows, { id, conversation: key(conversationId), ...done });
      });
    }
    now = new Date('2026-11-24T20:00:00.000Z');
    await say('young', 'hi again');
    now = new Date('2026-11-25T08:00:00.001Z');
    const deleted: string[] = [];
    const expiring = botExpiring({}, (ids) => deleted.push(...ids));
    await deleteExpired(store, expiring, now);
    assert.ok(deleted.includes('old') && !deleted.includes('young'));
    await assert.rejects(log.after('old', ''), { code: 'conversationUnknown' });
    await assert.rejects(known('old'), { code: 'conversationUnknown' });
    await assert.rejects(say('old', 'hi'));
    assert.equal((await log.after('young', '')).activities.length, 2);
    await store.read(async (manager) => {
      assert.equal(await manager.countBy(ActivityRows, { conversationId: 'old' }), 0);
      const of = key('young');
      assert.deepEqual(
        (await manager.find(Turns)).map(({ id }) => id),
        [of],
      );
      assert.deepEqual(
        (await manager.find(DeliveryRows)).map(({ conversation }) => conversation),
        [of],
      );
    });
  });

  it('tells of what another process has added, once', async () => {
    const others = new ConversationLog({ store, clock: () => now });
    await begin('shared');
    const listener = sinon.spy();
    const unsubscribe = log.subscribe('shared', listener);
    await say('shared', 'from here');
    await log.lookForOthers();
    assert.equal(listener.callCount, 1);
    await say('shared', 'from there', others);
    assert.equal(listener.callCount, 1);
    await log.lookForOthers();
    await log.lookForOthers();
    assert.equal(listener.callCount, 2);
    unsubscribe();
    await say('shared', 'unheard', others);
    await log.lookForOthers();
    assert.equal(listener.callCount, 2);
  });

  it('looks at once for what another process says that it has added, and for nothing else', async () => {
    const others = new ConversationLog({ store, clock: () => now });
    for (const id of ['announced', 'unannounced']) await begin(id);
    const stop = log.listenToOthers();
    const unannounced = sinon.spy();
    const listens = [log.subscribe('unannounced', unannounced)];
    const isTold = new Promise<void>((resolve) => listens.push(log.subscribe('announced', resolve)));
    for (const id of ['announced', 'unannounced'])
      await store.transaction([], (manager) =>
        others.append(manager, id, { from: 1, shown: [{ text: 'from there' }] }),
      );
    store.announcements.heard('conversation', new Set(['announced', 'unknown']));
    await isTold;
    assert.equal(unannounced.callCount, 0);
    stop();
    for (const end of listens) end();
  });
});
