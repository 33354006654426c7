import assert from 'node:assert/strict';
import { botSchema } from '../../../bot/botSchema.ts';
import { LeasedTurns, leaseLasts } from '../../../bot/turn/leasedTurns.ts';
import { TurnLost, unlessLost } from '../../../bot/turn/turnLost.ts';
import type { Leaves } from '../../../bot/turn/turnOrder.ts';
import {
  answerIn,
  conversationKey,
  deliveryKey,
  type Holding,
  TurnRows,
} from '../../../bot/turn/turnRows.ts';
import { ConversationRows, DeliveryRows } from '../../../bot/turn/turnTables.ts';
import { lookTogether } from '../../../kit/store/lookTogether.ts';
import type { Store } from '../../../kit/store/store.ts';
import { instant, later, minutes, seconds } from '../../../kit/time.ts';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';
import { openTestStore } from '../../databases/openTestStore.ts';

const conversation = conversationKey('sms', 'c1');

onEachDatabase('the rows of turns', (empty) => {
  let database: EmptyDatabase;
  let store: Store;
  let rows: TurnRows;
  let order: LeasedTurns;
  let now: Date;
  before(async () => {
    database = await empty();
    store = await openTestStore(database.url, [botSchema]);
    rows = new TurnRows({ clock: () => now });
    order = new LeasedTurns({ store, clock: () => now });
  });
  beforeEach(async () => {
    now = new Date('2026-11-24T08:00:00.000Z');
    await store.transaction([], async (manager) => {
      await manager.deleteAll(ConversationRows);
      await manager.deleteAll(DeliveryRows);
    });
  });
  after(async () => {
    await store.close();
    await database.remove();
  });

  const holding = (holder: string, id = holder): Holding => ({
    ...{ conversation, holder },
    delivery: deliveryKey('sms', id),
  });
  const passes = (milliseconds: number) => {
    now = later(now, milliseconds);
  };
  const read = async () => await store.read((manager) => rows.conversation(manager, conversation));
  const takes = async (holder: string, as: Awaited<ReturnType<typeof read>>) => {
    const taking = store.transaction([], async (manager) => {
      await order.take(manager, holding(holder), as);
      return true;
    });
    return (await unlessLost(taking)) ?? false;
  };
  const arrives = (id: string, kept: object | null = { heard: id }) =>
    store.transaction([], (manager) => rows.arrive(manager, holding(id), kept && JSON.stringify(kept)));
  const sent = { kept: null, sent: null, events: null };
  const ends = (holder: string, { answer = '', ...leaves }: Partial<Leaves> & { answer?: string } = {}) =>
    store.transaction([], async (manager) => {
      await order.end(manager, holding(holder), { standing: undefined, isSent: true, ...leaves });
      const outcome = { ...sent, answer, ...(leaves.isSent === false && { sent: 0 }) };
      await rows.answer(manager, holding(holder).delivery, outcome);
    });
  const deliveryOf = (id: string) => store.read((manager) => rows.delivery(manager, deliveryKey('sms', id)));

  it('are under names that tell nothing, and that no other channel, conversation or delivery has', () => {
    const names = [
      conversationKey('sms', '+86 138'),
      conversationKey('whatsapp', '+86 138'),
      conversationKey('sms', 'delivery'),
      deliveryKey('sms', '+86 138'),
      deliveryKey('whatsapp', '+86 138'),
      conversationKey('a', 'bc'),
      conversationKey('ab', 'c'),
    ];
    assert.equal(new Set(names).size, names.length);
    for (const name of names) assert.match(name, /^[\w-]{43}$/);
  });

  it('give a turn to one alone of those who saw that it is free', async () => {
    const all = await Promise.all(['a', 'b', 'c'].map((holder) => takes(holder, undefined)));
    const { holder = '' } = (await read()) ?? {};
    assert.deepEqual(
      all,
      ['a', 'b', 'c'].map((one) => one === holder),
    );
  });

  it('give no turn that somebody has, and each again when its time is over', async () => {
    await takes('a', undefined);
    passes(leaseLasts - 1);
    assert.equal(await takes('b', await read()), false);
    passes(1);
    assert.equal(await takes('b', await read()), true);
  });

  it('give no turn to who has read the conversation before somebody else had it, whatever came of that', async () => {
    await takes('a', undefined);
    await ends('a');
    const before = await read();
    await takes('b', before);
    await ends('b');
    assert.equal(await takes('c', before), false, 'it has ended');
    const then = await read();
    await takes('d', then);
    await order.release(holding('d'));
    assert.equal(await takes('e', then), false, 'it has come to nothing');
    await takes('f', await read());
    passes(leaseLasts);
    assert.equal(await takes('g', then), false, 'its process has died');
    assert.equal(await takes('h', undefined), false, 'it was not there when it was read');
    assert.equal(await takes('i', await read()), true);
  });

  it('keep a turn that is held on to, also after its time, unless somebody else has it by then', async () => {
    await takes('a', undefined);
    passes(leaseLasts + 1);
    await order.renew(holding('a'));
    assert.equal(await takes('b', await read()), false);
    passes(leaseLasts);
    await takes('b', await read());
    const of = await read();
    await order.renew(holding('a'));
    await order.release(holding('a'));
    assert.deepEqual(await read(), of);
  });

  it('let who has lost a turn end nothing of it', async () => {
    await takes('a', undefined);
    await arrives('a');
    passes(leaseLasts);
    await takes('b', await read());
    const of = await read();
    await assert.rejects(
      ends('a', { standing: { state: { a: 1 }, awaits: undefined }, answer: 'a' }),
      TurnLost,
    );
    assert.deepEqual([await read(), (await deliveryOf('a'))?.answer], [of, null]);
  });

  it('keep state and what is awaited as they were where a turn leaves nothing, and take away what is gone', async () => {
    await takes('a', undefined);
    await ends('a', { standing: { state: { a: 1 }, awaits: { b: 2 } } });
    await takes('b', await read());
    await ends('b');
    const kept = await read();
    assert.deepEqual([kept?.state, kept?.awaits, kept?.holder], ['{"a":1}', '{"b":2}', '']);
    await takes('c', kept);
    await ends('c', { standing: { state: undefined, awaits: undefined } });
    const gone = await read();
    assert.deepEqual([gone?.state, gone?.awaits], [null, null]);
  });

  it('leave a delivery that came before as it is, and forget what was kept of it with its answer', async () => {
    await takes('a', undefined);
    await arrives('a', { heard: 'first' });
    passes(1);
    await arrives('a', { heard: 'second' });
    const open = await deliveryOf('a');
    assert.deepEqual(
      [open?.kept, open?.arrivedAt, open?.sent],
      ['{"heard":"first"}', '2026-11-24T08:00:00.000Z', 0],
    );
    await ends('a', { answer: 'the answer' });
    const done = await deliveryOf('a');
    assert.deepEqual([done?.kept, done?.answer, done?.sent], [null, 'the answer', null]);
    const answer = (id: string) => store.read((manager) => answerIn(manager, 'sms', id));
    assert.deepEqual([await answer('a'), await answer('b')], ['the answer', undefined]);
  });

  it('keep the turn of one whose answer has to go out, and tell who sends it when somebody else does', async () => {
    await takes('a', undefined);
    await arrives('a');
    await ends('a', { answer: '[1,2]', isSent: false });
    assert.equal(await takes('b', await read()), false);
    await order.sent(holding('a'), 1);
    assert.equal((await deliveryOf('a'))?.sent, 1);
    passes(leaseLasts);
    await takes('b', await read());
    await assert.rejects(order.sent(holding('a'), 2), TurnLost);
    await order.sent(holding('b', 'a'), null);
    await assert.rejects(order.sent(holding('a'), 2), TurnLost);
    assert.equal((await deliveryOf('a'))?.sent, null);
  });

  it('find the oldest delivery of a conversation that can be finished, and none that nobody waits for any more', async () => {
    const before = async (id: string) => {
      const wanted = rows.wantedDeliveries(holding('any', id), true);
      const [found] = await store.read((manager) => lookTogether(manager, [wanted]));
      assert.deepEqual(found.before, await deliveryOf(id));
      return found.open?.id;
    };
    await arrives('of half an hour ago');
    passes(30 * minutes);
    await arrives('of the bot’s own, of which nothing is kept', null);
    passes(1);
    await arrives('lost');
    passes(1);
    await arrives('not sent');
    await takes('a', undefined);
    await store.transaction([], (manager) =>
      rows.answer(manager, deliveryKey('sms', 'not sent'), {
        answer: '[1]',
        sent: 0,
        kept: null,
        events: null,
      }),
    );
    passes(1);
    await arrives('answered');
    await store.transaction([], (manager) =>
      rows.answer(manager, deliveryKey('sms', 'answered'), {
        answer: '[1]',
        sent: null,
        kept: null,
        events: null,
      }),
    );
    assert.equal(await before('new'), deliveryKey('sms', 'lost'));
    assert.equal(await before('not sent'), deliveryKey('sms', 'lost'));
    assert.equal(await before('lost'), undefined, 'what came after it is not before it');
    const elsewhere = { conversation: conversationKey('sms', 'c2'), delivery: '' };
    const none = { before: undefined, open: undefined };
    const wanted = rows.wantedDeliveries(elsewhere, true);
    assert.deepEqual(await store.read((manager) => lookTogether(manager, [wanted])), [none]);
    await store.transaction([], (manager) => manager.delete(DeliveryRows, deliveryKey('sms', 'lost')));
    assert.equal(await before('new'), deliveryKey('sms', 'not sent'));
  });

  it('find the lost ones of all conversations, oldest first, none too young, none too old, and no more than asked', async () => {
    const ids = ['too old', 'a', 'b', 'c', 'too young'];
    for (const [place, id] of ids.entries()) {
      await arrives(id);
      passes(place === 0 ? 30 * minutes : 1 * seconds);
    }
    await arrives('of which nothing is kept', null);
    const since = async (most: number) => {
      const found = await store.read((manager) =>
        rows.openSince(manager, instant(later(now, -2 * seconds)), most),
      );
      return found.map(({ kept }) => JSON.parse(kept ?? '{}').heard);
    };
    assert.deepEqual(
      [await since(10), await since(2)],
      [
        ['a', 'b', 'c'],
        ['a', 'b'],
      ],
    );
  });

  it('throw nothing where a turn is given back while the database is away: it ends by itself', async () => {
    const away = { read: () => Promise.reject(new Error('away')) } as unknown as Store;
    await new LeasedTurns({ store: away, clock: () => now }).release(holding('a'));
  });
});
