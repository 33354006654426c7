import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import sinon from 'sinon';
import type { ChannelForm } from '../../../bot/turn/channelForm.ts';
import type { Delivery } from '../../../bot/turn/delivery.ts';
import { leaseLasts } from '../../../bot/turn/leasedTurns.ts';
import { keepRecovering } from '../../../bot/turn/recovery.ts';
import { minutes } from '../../../kit/time.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { delivery, textForm } from './notingTerminal.ts';
import { TwoEngines } from './twoEngines.ts';

onEachDatabase('a turn that was lost', (empty) => {
  let engines: TwoEngines;
  before(async () => {
    engines = await TwoEngines.open(empty);
  });
  beforeEach(() => engines.begins());
  after(() => engines.close());

  const secret = '246801';
  const recovered = (text: string, more: Partial<ChannelForm<undefined>> = {}) =>
    textForm(text, { isRecovered: true, ...more });
  const takes = (which: 'one' | 'other', id: string) =>
    engines[which].turns.take(delivery(id), recovered(id));
  /** One round of a process that looks for lost turns. */
  const recovers = (
    which: 'one' | 'other' = 'other',
    formOf = (): ChannelForm<unknown> | undefined => recovered(''),
  ) => engines[which].turns.recover(formOf);

  it('is done before the next one of its conversation, from what was kept, and has its answer', async () => {
    await engines.lost('a', recovered('a'));
    assert.equal(await takes('other', 'b'), 'a b');
    assert.equal(await engines.one.turns.answer('sms', 'a'), 'a');
    assert.equal(await takes('one', 'a'), 'a');
    assert.deepEqual(await engines.noted(), ['a', 'b']);
  });

  it('keeps nothing of a secret, and is done with what is known without it', async () => {
    await engines.lost('a', recovered(`it is ${secret}`));
    const row = await engines.deliveryRow('a');
    assert.match(row?.kept ?? '', /it is ••••/);
    assert.doesNotMatch(JSON.stringify(row), new RegExp(secret));
    await takes('other', 'b');
    assert.deepEqual(await engines.noted(), ['lost', 'b']);
    assert.equal((await engines.deliveryRow('a'))?.kept, null, 'and with its answer the rest goes too');
  });

  it('is done with what comes again, where its channel brings it once more, secret and all', async () => {
    await engines.lost('a', recovered(`it is ${secret}`));
    await engines.other.turns.take(delivery('a'), recovered(`it is ${secret}`));
    assert.deepEqual(await engines.noted(), [`envelope of ${secret}`]);
  });

  it('keeps nobody waiting where it cannot be done, and is tried again with the next', async () => {
    await engines.lost('a', recovered('a'));
    engines.other.terminal.before = async (said) => {
      if (said === 'a') throw new Error('the bank is away');
    };
    assert.equal(await takes('other', 'b'), 'b');
    assert.match(engines.logged.join(), /an earlier turn could not be finished/);
    engines.passes(1);
    assert.equal(await takes('one', 'c'), 'b (repeat) c', 'its words were about what has gone');
  });

  it('hinders nobody after half an hour', async () => {
    await engines.lost('a', recovered('a'));
    engines.passes(30 * minutes);
    assert.equal(await takes('other', 'b'), 'b');
    await recovers();
    assert.deepEqual([await engines.noted(), engines.logged], [['b'], []]);
  });

  it('is left to its channel where that brings it once more', async () => {
    await engines.lost('a');
    assert.equal(await engines.other.turns.take(delivery('b'), textForm('b')), 'b');
    await recovers();
    assert.deepEqual(await engines.noted(), ['b']);
    assert.doesNotMatch((await engines.deliveryRow('a'))?.kept ?? '', /138/, 'and nobody is named in it');
  });

  describe('and that nobody brings again', () => {
    it('is done by whatever process looks for such, once', async () => {
      const place: Delivery = {
        ...delivery('a'),
        locale: 'zh-TW',
        phone: '+8613800138000',
        network: '192.0.2.1',
      };
      const dead = engines.engine(0);
      dead.terminal.before = () => new Promise(() => {});
      void dead.turns.take(place, recovered('a'));
      while (dead.terminal.begun.length === 0) await setImmediate();
      assert.doesNotMatch((await engines.deliveryRow('a'))?.kept ?? '', /13800138000|192\.0\.2\.1/);
      engines.passes(leaseLasts);
      const found: Delivery[] = [];
      const formOf = (lost: Delivery) => {
        found.push(lost);
        return recovered('');
      };
      await Promise.all([engines.one.turns.recover(formOf), engines.other.turns.recover(formOf)]);
      assert.deepEqual(await engines.noted(), ['a']);
      const { reference } = place;
      assert.deepEqual(found[0], { reference, id: undefined, locale: 'zh-TW' });
      const before = found.length;
      await recovers('one', () => assert.fail('it is done'));
      assert.equal(found.length, before);
      assert.equal(await engines.one.turns.answer('sms', 'a'), 'a');
    });

    it('is none while its process lives, however long it takes: nobody waits for it and nothing is logged', async () => {
      const long = await engines.held(engines.one, 'a', recovered('a'));
      for (let times = 0; times < 3; times++) {
        engines.passes(leaseLasts - 1);
        for (const beat of engines.beats) await beat();
        for (const which of ['one', 'other'] as const) await recovers(which);
      }
      assert.deepEqual([engines.logged, engines.other.terminal.begun], [[], []]);
      long.goOn();
      assert.equal(await long.turn, 'a');
    });

    it('is left alone where its channel is not looked for', async () => {
      await engines.lost('a', recovered('a'));
      await recovers('other', () => undefined);
      assert.deepEqual([engines.logged, engines.other.terminal.begun], [[], []]);
    });

    it('is not done where it says repeat: another was answered since', async () => {
      await engines.lost('a', recovered('a'));
      engines.passes(1);
      await engines.one.turns.take(delivery('b'), textForm('b'));
      await recovers();
      assert.deepEqual(await engines.noted(), ['b', '(repeat)']);
    });

    it('comes in the order in which it came, and none keeps another from being done', async () => {
      const dying = engines.engine(0);
      dying.terminal.before = (said) =>
        said === 'a' ? Promise.reject(new Error('no')) : new Promise(() => {});
      await assert.rejects(dying.turns.take(delivery('a'), recovered('a')), /no/);
      engines.passes(1);
      void dying.turns.take(delivery('b'), recovered('b'));
      const elsewhere = delivery('c', { conversation: 'c2' });
      void dying.turns.take(elsewhere, recovered('c'));
      while (!['b', 'c'].every((each) => dying.terminal.begun.includes(each))) await setImmediate();
      engines.passes(leaseLasts);
      engines.one.terminal.before = async (said) => {
        if (said === 'a') throw new Error('still no');
      };
      await recovers('one');
      assert.deepEqual([await engines.noted(), await engines.noted('c2')], [['b'], ['c']]);
      assert.match(engines.logged.join(), /could not be done again yet/);
    });

    it('is done before one that came after it, also where both were lost', async () => {
      await engines.lost('a', recovered('a'));
      await engines.lost('b');
      await takes('other', 'a');
      assert.equal(engines.other.terminal.begun[0], 'a');
      await engines.begins();
      await engines.lost('a', recovered('a'));
      await engines.lost('b');
      await recovers();
      assert.equal(engines.other.terminal.begun[0], 'a');
    });

    it('throws nothing where not even the database answers', async () => {
      const { read } = engines.store;
      engines.store.read = () => Promise.reject(new Error('away'));
      try {
        await recovers('one');
      } finally {
        engines.store.read = read;
      }
      assert.match(engines.logged.join(), /could not be looked for/);
    });
  });
});

describe('the recovery of lost turns', () => {
  it('looks at once and every two seconds until it is stopped, never twice at the same time', async () => {
    const clock = sinon.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      let goOn = () => {};
      const recover = sinon.fake(
        () =>
          new Promise<void>((resolve) => {
            goOn = resolve;
          }),
      );
      const stop = keepRecovering({
        turns: { recover },
        formOf: () => undefined,
        log: { error: sinon.fake() },
      });
      assert.equal(recover.callCount, 1);
      await clock.tickAsync(4000);
      assert.equal(recover.callCount, 1);
      goOn();
      await clock.tickAsync(2000);
      assert.equal(recover.callCount, 2);
      goOn();
      stop();
      await clock.tickAsync(10_000);
      assert.equal(recover.callCount, 2);
    } finally {
      clock.restore();
    }
  });
});
