import assert from 'node:assert/strict';
import { join } from 'node:path';
import sinon from 'sinon';
import { botExpiring } from '../../../../bot/botRetention.ts';
import { botSchema } from '../../../../bot/botSchema.ts';
import { ConversationLog } from '../../../../bot/channels/directLine/conversationLog.ts';
import { ActivityRows } from '../../../../bot/channels/directLine/directLineTables.ts';
import { usualConversationPeriod } from '../../../../bot/turn/conversationPeriod.ts';
import { ConversationStates } from '../../../../bot/turn/conversationStates.ts';
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

  const say = (conversationId: string, text: string) => log.append(conversationId, () => ({ text }));

  it('numbers the activities of each conversation without a gap, however many come at once', async () => {
    await log.begin({ conversationId: 'a' });
    await log.begin({ conversationId: 'b' });
    const numbers: number[] = [];
    const append = (conversationId: string) =>
      log.append(conversationId, (number) => {
        if (conversationId === 'a') numbers.push(number);
        return {};
      });
    await Promise.all(Array.from({ length: 20 }, (_, at) => append(at % 2 === 0 ? 'a' : 'b')));
    assert.deepEqual(numbers, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    assert.equal((await log.after('b', '')).watermark, '10');
  });

  it('gives a thousand at once and the rest after that', async () => {
    await log.begin({ conversationId: 'long' });
    await store.transaction(async (manager) => {
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
    await log.begin({ conversationId: 'heard' });
    await log.begin({ conversationId: 'other' });
    const listener = sinon.fake();
    const unsubscribe = log.subscribe('heard', listener);
    await say('heard', 'one');
    await say('other', 'two');
    unsubscribe();
    await say('heard', 'three');
    assert.equal(listener.callCount, 1);
  });

  it('deletes a conversation 24 hours after its last activity, with its activities and its state', async () => {
    const states = new ConversationStates({ store, clock: () => now });
    const key = (id: string) => `directline/conversations/${id}/`;
    for (const conversationId of ['old', 'young']) {
      await log.begin({ conversationId });
      await say(conversationId, 'hi');
      await states.write({ [key(conversationId)]: { step: 1 } });
    }
    now = new Date('2026-11-24T20:00:00.000Z');
    await say('young', 'hi again');
    now = new Date('2026-11-25T08:00:00.001Z');
    const deleted: string[] = [];
    const expiring = botExpiring(usualConversationPeriod, (ids) => deleted.push(...ids));
    await deleteExpired(store, expiring, now);
    assert.ok(deleted.includes('old') && !deleted.includes('young'));
    await assert.rejects(log.after('old', ''), { code: 'conversationUnknown' });
    await assert.rejects(say('old', 'hi'), { code: 'conversationUnknown' });
    assert.equal((await log.after('young', '')).activities.length, 2);
    assert.deepEqual(Object.keys(await states.read([key('old'), key('young')])), [key('young')]);
    assert.equal(await store.read((manager) => manager.countBy(ActivityRows, { conversationId: 'old' })), 0);
  });

  it('tells of what another process has added, once', async () => {
    const others = new ConversationLog({ store, clock: () => now });
    await log.begin({ conversationId: 'shared' });
    const listener = sinon.spy();
    const unsubscribe = log.subscribe('shared', listener);
    await say('shared', 'from here');
    await log.lookForOthers();
    assert.equal(listener.callCount, 1);
    await others.append('shared', () => ({ text: 'from there' }));
    assert.equal(listener.callCount, 1);
    await log.lookForOthers();
    await log.lookForOthers();
    assert.equal(listener.callCount, 2);
    unsubscribe();
    await others.append('shared', () => ({ text: 'unheard' }));
    await log.lookForOthers();
    assert.equal(listener.callCount, 2);
  });
});
