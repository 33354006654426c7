import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import sinon from 'sinon';
import { leaseLasts } from '../../../bot/turn/leasedTurns.ts';
import { deliveryKey, TurnRows } from '../../../bot/turn/turnRows.ts';
import { ConversationRows } from '../../../bot/turn/turnTables.ts';
import type { Write } from '../../../kit/store/unitOfWork.ts';
import { hours, later, seconds } from '../../../kit/time.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { delivery, textForm } from './notingTerminal.ts';
import { TwoEngines } from './twoEngines.ts';

onEachDatabase('the turns of two processes', (empty) => {
  let engines: TwoEngines;
  before(async () => {
    engines = await TwoEngines.open(empty);
  });
  beforeEach(() => engines.begins());
  after(() => engines.close());

  const rows = new TurnRows({ clock: () => engines.now });
  const takes = (which: 'one' | 'other', id: string, form = textForm(id)) =>
    engines[which].turns.take(delivery(id), form);

  /** Leaves a row that can be looked for. */
  const writesRow =
    (id: string): Write =>
    (manager) =>
      rows.arrive(manager, { conversation: id, holder: id, delivery: deliveryKey('sms', id) }, null);

  it('run one at a time in a conversation, those of one process in the order in which they came', async () => {
    const order: Record<string, string[]> = { one: [], other: [] };
    let under = 0;
    for (const which of ['one', 'other'] as const) {
      engines[which].terminal.before = async (said) => {
        assert.equal(++under, 1);
        await setImmediate();
        order[which]?.push(said);
        under--;
      };
    }
    const numbers = [1, 2, 3, 4, 5, 6];
    await Promise.all(
      numbers.flatMap((number) => [takes('one', `a${number}`), takes('other', `b${number}`)]),
    );
    assert.deepEqual(order, {
      one: numbers.map((number) => `a${number}`),
      other: numbers.map((number) => `b${number}`),
    });
    assert.equal(
      (await engines.noted()).length,
      12,
      'none goes on from a state that another has left behind',
    );
  });

  it('leave conversations alone that have nothing to do with each other', async () => {
    const { turn, goOn } = await engines.held(engines.one, 'a');
    const elsewhere = delivery('a', { channelId: 'whatsapp' });
    assert.equal(await engines.other.turns.take(elsewhere, textForm('at once')), 'at once');
    goOn();
    assert.equal(await turn, 'a');
    assert.deepEqual(await engines.noted('+86 138', 'whatsapp'), ['at once']);
  });

  it('have no lease while they wait for another one, and no connection while they are held back', async () => {
    const narrow = await TwoEngines.open(async () => {
      const database = await empty();
      return database.url.startsWith('sqlite') ? database : { ...database, url: `${database.url}?pool=2` };
    });
    const goOn = Promise.withResolvers<void>();
    try {
      // As many as there are connections, each in its turn, as where the bank’s side holds its answer back.
      const heldBack = ['sms', 'whatsapp'].map(async (channelId) => {
        const { terminal, turns } = narrow.engine(0);
        const begun = Promise.withResolvers<void>();
        terminal.before = async () => {
          begun.resolve();
          await goOn.promise;
        };
        const turn = turns.take(delivery('a', { channelId }), textForm('a'));
        await begun.promise;
        return { turn };
      });
      const turns = await Promise.all(heldBack);
      const before = await narrow.conversationRow();
      const waits = Promise.withResolvers<void>();
      const waiting = narrow.engine(0, { pause: waits.resolve }).turns.take(delivery('b'), textForm('b'));
      await waits.promise;
      const elsewhere = delivery('c', { channelId: 'weChat' });
      assert.equal(await narrow.one.turns.take(elsewhere, textForm('c')), 'c');
      assert.deepEqual(await narrow.conversationRow(), before);
      goOn.resolve();
      await Promise.all([...turns.map(({ turn }) => turn), waiting]);
      assert.deepEqual(await narrow.noted(), ['a', 'b']);
    } finally {
      goOn.resolve();
      await narrow.close();
    }
  });

  it('go on when the process of one has died, as soon as its lease is over and no sooner', async () => {
    const dead = await engines.held(engines.one, 'a');
    const looks: number[] = [];
    const waiting = engines.engine(1, {
      pause: () => {
        looks.push(engines.now.getTime());
        engines.passes(1 * seconds);
      },
    });
    const began = engines.now.getTime();
    await waiting.turns.take(delivery('b'), textForm('b'));
    assert.equal(engines.now.getTime() - began, leaseLasts);
    assert.equal(looks.length, leaseLasts / seconds);
    dead.goOn();
    await dead.turn;
  });

  it('write nothing that has lost its lease, neither state nor answer nor what stands beside them', async () => {
    const beside = textForm('a', {
      writes: () => ({ answer: 'of the slow one', write: writesRow('channel') }),
    });
    const slow = await engines.held(engines.one, 'a', beside);
    engines.passes(leaseLasts);
    assert.equal(await takes('other', 'a'), 'a');
    slow.goOn();
    assert.equal(await slow.turn, 'a', 'whoever asked it gets the one answer');
    assert.deepEqual([await engines.noted(), await engines.deliveryRow('channel')], [['a'], null]);
  });

  it('write nothing of what was collected where one has lost its lease', async () => {
    const { promise: goesOn, resolve: goOn } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begins } = Promise.withResolvers<void>();
    engines.one.terminal.before = async (said, work) => {
      work.add(writesRow(`beside ${said}`));
      begins();
      await goesOn;
    };
    const slow = takes('one', 'a');
    await begun;
    engines.passes(leaseLasts);
    await takes('other', 'b');
    engines.one.terminal.before = async () => {};
    goOn();
    await slow;
    assert.equal(await engines.deliveryRow('beside a'), null);
    assert.deepEqual(await engines.noted(), ['b', '(repeat)']);
  });

  it('leave the turn of the one who has it now alone when one ends that had lost it', async () => {
    const slow = await engines.held(engines.one, 'a');
    engines.passes(leaseLasts);
    const now = await engines.held(engines.other, 'b');
    const row = await engines.conversationRow();
    slow.goOn();
    for (let look = 0; look < 20; look++) await setImmediate();
    assert.deepEqual(await engines.conversationRow(), row);
    now.goOn();
    assert.equal(await now.turn, 'b');
    await slow.turn;
  });

  it('are kept where they last, as long as their process lives', async () => {
    const long = await engines.held(engines.one, 'a');
    engines.passes(leaseLasts - 1);
    for (const beat of engines.beats) await beat();
    engines.passes(leaseLasts - 1);
    const waiting = engines.engine(1, { pause: () => long.goOn() });
    assert.equal(await waiting.turns.take(delivery('b'), textForm('b')), 'a b');
    await long.turn;
    assert.deepEqual(engines.beats, []);
  });

  it('are renewed three times in the life of a lease, and not any more when they are over', async () => {
    const clock = sinon.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const long = await engines.held(engines.engine(0, { hasOwnTimer: true }), 'a');
      const expiresAt = async () => (await engines.conversationRow())?.expiresAt;
      const taken = await expiresAt();
      engines.passes(leaseLasts / 3);
      clock.tick(leaseLasts / 3 - 1);
      assert.equal(await expiresAt(), taken);
      clock.tick(1);
      const renewed = later(engines.now, leaseLasts).toISOString();
      while ((await expiresAt()) !== renewed) await setImmediate();
      long.goOn();
      await long.turn;
      assert.equal(clock.countTimers(), 0);
    } finally {
      clock.restore();
    }
  });

  it('are free again at once where one fails, also for a process whose clock is late', async () => {
    engines.one.terminal.before = () => Promise.reject(new Error('no'));
    await assert.rejects(takes('one', 'a'), /no/);
    assert.deepEqual([await engines.noted(), engines.beats], [[], []]);
    engines.passes(-30 * seconds);
    const impatient = engines.engine(1, { pause: () => assert.fail('it waits') });
    assert.equal(await impatient.turns.take(delivery('b'), textForm('b')), 'b');
    engines.passes(-30 * seconds);
    assert.equal(await impatient.turns.take(delivery('c'), textForm('c')), 'b c');
  });

  it('are waited for less long than a carrier waits, and then nothing was done', async () => {
    const long = await engines.held(engines.one, 'a');
    const impatient = engines.engine(1, {
      pause: async () => {
        engines.passes(leaseLasts / 2);
        for (const beat of engines.beats) await beat();
      },
    });
    const began = engines.now.getTime();
    await assert.rejects(impatient.turns.take(delivery('b'), textForm('b')), { code: 'storeUnavailable' });
    assert.ok(engines.now.getTime() - began < 15 * seconds);
    assert.deepEqual([impatient.terminal.begun, await engines.deliveryRow('b')], [[], null]);
    long.goOn();
    await long.turn;
  });

  it('are waited for as long as a channel says that can wait longer', async () => {
    const long = await engines.held(engines.one, 'a');
    const patient = engines.engine(1, {
      pause: async () => {
        engines.passes(leaseLasts / 2);
        for (const beat of engines.beats) await beat();
      },
    });
    const began = engines.now.getTime();
    const patience = { patience: 1 * hours, longestWait: 60 * seconds };
    await assert.rejects(patient.turns.takeSoon(delivery('b'), textForm('b'), patience), {
      code: 'storeUnavailable',
    });
    assert.equal(engines.now.getTime() - began, 60 * seconds);
    long.goOn();
    await long.turn;
  });

  it('are waited for no longer in the queue of their own process', async () => {
    const short = engines.engine(0, { longestWait: 1 });
    const long = await engines.held(short, 'a');
    await assert.rejects(short.turns.take(delivery('b'), textForm('b')), {
      code: 'storeUnavailable',
      message: 'the turns before this one take too long',
    });
    long.goOn();
    await long.turn;
    assert.deepEqual(short.terminal.begun, ['a']);
  });

  it('leave state, what is awaited, and all that was collected together, or nothing of it', async () => {
    const refuses = textForm('a', {
      writes: () => ({ answer: 'never', write: () => Promise.reject(new Error('full')) }),
    });
    const written: string[] = [];
    engines.one.terminal.before = async (_said, work) => {
      work.add(async () => written.push('first'));
      work.add(async (manager) => written.push(String(await manager.count(ConversationRows))));
    };
    await assert.rejects(takes('one', 'a', refuses), /full/);
    assert.deepEqual(await engines.one.turns.standing('sms', '+86 138'), {
      state: undefined,
      awaits: undefined,
    });
    assert.equal(await engines.one.turns.answer('sms', 'a'), undefined);
    written.length = 0;
    assert.equal(await takes('one', 'a'), 'a');
    assert.deepEqual(await engines.other.turns.standing('sms', '+86 138'), {
      state: { noted: ['a'] },
      awaits: { after: 'a' },
    });
    assert.deepEqual(written, ['first', '1'], 'in the order in which it was collected');
  });

  it('begin anew from a state that cannot be read, and know that there was one', async () => {
    await takes('one', 'a');
    const broken = { state: '{"noted":', awaits: '{' };
    await engines.store.transaction([], (manager) => manager.updateAll(ConversationRows, broken));
    assert.deepEqual(await engines.one.turns.standing('sms', '+86 138'), {
      state: { unreadable: true },
      awaits: { unreadable: true },
    });
    assert.equal(await takes('other', 'b'), 'b');
    assert.deepEqual(await engines.noted(), ['b']);
  });

  it('are waited for when the process ends, and no longer than it may take', async () => {
    const { turn, goOn } = await engines.held(engines.one, 'a');
    await engines.one.turns.settle(1);
    const settled = engines.one.turns.settle(60 * seconds).then(() => engines.noted());
    goOn();
    assert.deepEqual(await settled, ['a']);
    await turn;
  });
});
