import assert from 'node:assert/strict';
import { botSchema } from '../../../bot/botSchema.ts';
import { HandoffQueue } from '../../../bot/desk/handoffQueue.ts';
import { openStore } from '../../../kit/store/openStore.ts';
import type { Store } from '../../../kit/store/store.ts';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';
import { packet } from './packet.ts';

onEachDatabase('the queue of cases for human agents', (empty) => {
  let database: EmptyDatabase;
  let store: Store;
  let queue: HandoffQueue;
  let numbers: number[];
  let now: Date;

  before(async () => {
    database = await empty();
    store = await openStore(database.url, [botSchema]);
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
    assert.deepEqual(second, { case: 'K-4821', openedAt: '2026-11-24T08:00:00.000Z', ...packet });
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

  it('gives no number twice', async () => {
    numbers = [9, 3821, 9, 3821, 9, 3822];
    await queue.open(packet);
    assert.equal(await queue.open({ ...packet, conversation: 'two' }), 'K-4822');
  });
});
