import assert from 'node:assert/strict';
import pino from 'pino';
import { botSchema } from '../../../../bot/botSchema.ts';
import { ConversationLog } from '../../../../bot/channels/directLine/conversationLog.ts';
import { DirectLine } from '../../../../bot/channels/directLine/directLine.ts';
import { NewestActivities } from '../../../../bot/channels/directLine/newestActivities.ts';
import { ConversationTokens } from '../../../../bot/channels/directLine/tokens.ts';
import { Turns } from '../../../../bot/turn/turns.ts';
import { hours } from '../../../../kit/time.ts';
import { type EmptyDatabase, onEachDatabase } from '../../../databases/databases.ts';
import { openTestStore } from '../../../databases/openTestStore.ts';
import { tripsOf } from '../../../databases/tripsOf.ts';
import { rejectsWith } from '../../../services/rejectsWith.ts';
import { testKey } from '../../../testKey.ts';
import { EchoBot } from './echoBot.ts';

const start = Date.parse('2026-11-24T08:00:00.000Z');

describe('the newest activities of a process', () => {
  let passed = 0;
  let set = 0;
  let newest: NewestActivities;
  beforeEach(() => {
    passed = 0;
    set = 0;
    newest = new NewestActivities({ clock: () => new Date(start + passed + set), ticks: () => passed });
  });
  const add = (id: string, ...numbers: number[]) =>
    newest.noting(
      id,
      numbers.map((number) => ({ number, activity: `"${number}"` })),
    )();
  const told = (id: string, number: number) => newest.after(id, number)?.map((one) => one.number);

  it('are told where they go on from what the client has, and only those of its conversation', () => {
    add('a', 3, 4);
    assert.deepEqual(told('a', 2), [3, 4]);
    assert.deepEqual(told('a', 3), [4]);
    for (const elsewhere of [0, 1, 4, 5]) assert.equal(told('a', elsewhere), undefined);
    assert.equal(told('b', 2), undefined);
  });

  it('are told with those before them, unless another process has added some in between', () => {
    add('a', 1);
    add('a', 2, 3);
    assert.deepEqual(told('a', 0), [1, 2, 3]);
    add('a', 5);
    assert.equal(told('a', 0), undefined);
    assert.deepEqual(told('a', 4), [5]);
  });

  it('are told for half a second from before they were sent to the database', () => {
    const committed = newest.noting('a', [{ number: 1, activity: '{}' }]);
    passed = 400;
    assert.equal(told('a', 0), undefined, 'not before they are committed');
    committed();
    assert.deepEqual(told('a', 0), [1]);
    passed = 500;
    assert.equal(told('a', 0), undefined);
  });

  it('are told by what follows upon them for as long as by that', () => {
    add('a', 1);
    passed = 400;
    add('a', 2);
    passed = 800;
    assert.deepEqual(told('a', 0), [1, 2]);
    passed = 1300;
    add('a', 3);
    assert.equal(told('a', 0), undefined);
  });

  it('are not told once the clock was set, forth or back', () => {
    for (const by of [25 * hours, -25 * hours]) {
      add('a', 1);
      set = by;
      assert.equal(told('a', 0), undefined);
      set = 0;
    }
  });

  it('are forgotten where the conversation is, and where they are many or long', () => {
    add('a', 1);
    newest.forget('a');
    assert.equal(told('a', 0), undefined);
    add('many', ...Array.from({ length: 26 }, (_, place) => place + 1));
    assert.equal(told('many', 0), undefined);
    newest.noting('long', [{ number: 1, activity: 'x'.repeat(20_001) }])();
    assert.equal(told('long', 0), undefined);
    add('many', ...Array.from({ length: 25 }, (_, place) => place + 1));
    add('many', 26);
    assert.deepEqual([told('many', 0), told('many', 25)], [undefined, [26]]);
    for (let place = 0; place < 300; place++) add(`c${place}`, 1);
    assert.equal(told('many', 25), undefined);
    assert.deepEqual(told('c0', 0), [1]);
  });
});

onEachDatabase('what a poll asks of the database', (empty) => {
  let database: EmptyDatabase;
  let store: Awaited<ReturnType<typeof openTestStore>>;
  const waited: number[] = [];
  const clock = () => new Date(start);
  before(async () => {
    database = await empty();
    store = await openTestStore(database.url, [botSchema]);
  });
  after(async () => {
    await store.close();
    await database.remove();
  });

  const isFar = () => !store.hasOneWriter;
  const begun = async (log: ConversationLog, id: string) => {
    await store.transaction([], (manager) => log.begin(manager, { conversationId: id }));
    return log;
  };
  const say = (log: ConversationLog, id: string, from: number, ...texts: string[]) =>
    store.transaction([], (manager) =>
      log.append(manager, id, { from, shown: texts.map((text) => ({ text })) }),
    );

  it('is nothing right after a turn of the same process, and otherwise what is there', async () => {
    const log = await begun(new ConversationLog({ store, clock, ticks: () => 0 }), 'near');
    const others = new ConversationLog({ store, clock, ticks: () => 0 });
    await say(log, 'near', 1, 'one', 'two');
    const polls = async (by: ConversationLog, watermark: string, trips: number) => {
      let set = { watermark, activities: [] as object[] };
      const asked = await tripsOf(async () => {
        set = await by.after('near', watermark);
      });
      assert.equal(asked, isFar() ? trips : 0);
      return set;
    };
    const both = { activities: [{ text: 'one' }, { text: 'two' }], watermark: '2' };
    assert.deepEqual(await polls(log, '', 0), both);
    assert.deepEqual(await polls(log, '2', 1), { activities: [], watermark: '2' });
    assert.deepEqual(await polls(others, '', 1), both);
    await say(others, 'near', 3, 'three');
    assert.deepEqual(await polls(log, '2', 1), { activities: [{ text: 'three' }], watermark: '3' });
  });

  it('is told of nothing that was rolled back', async () => {
    const log = await begun(new ConversationLog({ store, clock, ticks: () => 0 }), 'lost');
    const lost = store.transaction([], async (manager) => {
      await log.append(manager, 'lost', { from: 1, shown: [{ text: 'never said' }] });
      throw new Error('on purpose');
    });
    await assert.rejects(lost);
    assert.deepEqual(await log.after('lost', ''), { activities: [], watermark: '0' });
  });

  it('is unknown at once in the process that ends a conversation, and everywhere once that is answered', async () => {
    const tokens = new ConversationTokens({ keys: () => [testKey(7)], clock });
    let passed = 0;
    const opened = () => {
      const bot = { id: 'thawline', name: 'Thawline' };
      const parts = { store, clock, log: pino({ level: 'silent' }), ticks: () => passed };
      const pause = async (time: number) => {
        waited.push(time);
        passed += time;
      };
      const turns = new Turns({ ...parts, terminal: new EchoBot(), pause });
      return new DirectLine<never>({ ...parts, tokens, turns, bot, pause });
    };
    for (const where of ['here', 'there']) {
      const [here, there] = [opened(), opened()];
      const { token, conversationId } = await here.newToken('en');
      const grant = await tokens.verify(token);
      await here.start(grant, 'ws://localhost');
      await here.post(grant, conversationId, { type: 'message', text: 'hi' });
      assert.ok((await here.activities(grant, conversationId, '')).activities.length > 0);
      await here.post(grant, conversationId, { type: 'message', text: 'hi again' });
      await (where === 'here' ? here : there).end(grant, conversationId);
      assert.equal(waited.at(-1), isFar() ? 500 : 0);
      await rejectsWith('conversationUnknown', here.activities(grant, conversationId, ''));
      for (const one of [here, there]) one.close();
    }
  });
});
