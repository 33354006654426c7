import assert from 'node:assert/strict';
import { botSchema } from '../../../bot/botSchema.ts';
import { HandoffQueue } from '../../../bot/desk/handoffQueue.ts';
import type { Store } from '../../../kit/store/store.ts';
import { later } from '../../../kit/time.ts';
import type { HandoffPacket } from '../../../services/contract/handoffPacket.ts';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';
import { openTestStore } from '../../databases/openTestStore.ts';
import { testKey } from '../../testKey.ts';
import { packet } from './packet.ts';

onEachDatabase('the queue of cases for human agents', (empty) => {
  let database: EmptyDatabase;
  let store: Store;
  let queue: HandoffQueue;
  let numbers: number[];
  let now: Date;

  before(async () => {
    database = await empty();
    store = await openTestStore(database.url, [botSchema]);
  });
  beforeEach(async () => {
    now = new Date('2026-11-24T08:00:00.000Z');
    numbers = [];
    const random = () => numbers.shift() ?? 0;
    queue = new HandoffQueue({ store, clock: () => now, random });
    await store.transaction([], (manager) => manager.query('DELETE FROM handoff_cases'));
  });
  after(async () => {
    await store.close();
    await database.remove();
  });

  it('lists what waits, oldest first, with all that the agent needs', async () => {
    numbers = [9, 3821];
    assert.equal(await queue.open(packet), 'K-4821');
    now = new Date('2026-11-24T07:00:00.000Z');
    numbers = [0, 1];
    await queue.open({ ...packet, conversation: 'two' });
    const [first, second, ...others] = await queue.list();
    assert.equal(first?.conversation, 'two');
    assert.deepEqual(second, {
      case: 'K-4821',
      openedAt: '2026-11-24T08:00:00.000Z',
      origin: null,
      ...packet,
    });
    assert.deepEqual(others, []);
  });

  it('keeps one case of a conversation until it is closed, with what is new', async () => {
    const id = await queue.open(packet);
    assert.equal(await queue.open({ ...packet, reason: 'freezeOrReport' }), id);
    assert.deepEqual(
      (await queue.list()).map(({ reason }) => reason),
      ['freezeOrReport'],
    );
    assert.equal(await queue.close(id), true);
    assert.equal(await queue.close(id), false);
    assert.deepEqual(await queue.list(), []);
    numbers = [1, 1];
    assert.notEqual(await queue.open(packet), id);
  });

  it('lists five of a day from one origin, sets the others aside, and lets no disowned unfreezing wait behind any', async () => {
    const secret = () => [testKey(7)];
    const clock = () => {
      now = later(now, 1);
      return now;
    };
    const desk = new HandoffQueue({ store, clock, secret });
    const opens = (conversation: string, from: string, reason: HandoffPacket['reason'] = 'askedForPerson') =>
      desk.open({ ...packet, conversation, reason }, undefined, from);
    for (let count = 0; count < 7; count++) await opens(`flood ${count}`, `2001:db8::${count}`);
    await opens('another', '198.51.100.7');
    await opens('flood 6', '2001:db8::6');
    const fraud = await opens('fraud', '2001:db8::1', 'unfreezingDisowned');
    await opens('unheard', '2001:db8::1', 'receiptUnreached');
    const listed = await desk.list();
    assert.deepEqual(
      listed.map(({ conversation }) => conversation),
      ['fraud', 'unheard', ...[0, 1, 2, 3, 4].map((count) => `flood ${count}`), 'another'],
    );
    assert.equal(listed[0]?.case, fraud);
    const origins = new Set(listed.map(({ origin }) => origin));
    assert.equal(origins.size, 2, 'one network is one origin');
    assert.doesNotMatch(JSON.stringify(listed), /2001|198\.51/);
    assert.deepEqual(
      (await desk.list({ setAside: true })).map(({ conversation }) => conversation),
      ['flood 5', 'flood 6'],
    );
    await opens('flood 6', '2001:db8::6', 'unfreezingDisowned');
    assert.equal((await desk.list()).length, 9, 'a disowned unfreezing comes back from aside');
    now = new Date('2026-11-26T08:00:00.000Z');
    await opens('two days later', '2001:db8::1');
    assert.equal((await desk.list()).length, 10);
  });

  it('gives no number twice', async () => {
    numbers = [9, 3821, 9, 3821, 9, 3822];
    await queue.open(packet);
    assert.equal(await queue.open({ ...packet, conversation: 'two' }), 'K-4822');
  });
});
