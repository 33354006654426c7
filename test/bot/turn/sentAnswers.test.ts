import assert from 'node:assert/strict';
import type { ChannelForm } from '../../../bot/turn/channelForm.ts';
import { leaseLasts } from '../../../bot/turn/leasedTurns.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { delivery, textForm } from './notingTerminal.ts';
import { TwoEngines } from './twoEngines.ts';

/** A channel that sends an answer of three parts, and breaks where it is told to. */
class Sending {
  readonly sent: string[] = [];
  breaksAt: string | undefined;
  before: (part: string) => Promise<void> = async () => {};

  form(text: string): ChannelForm<undefined> {
    return textForm(text, {
      isRecovered: true,
      writes: () => ({ answer: JSON.stringify([1, 2, 3].map((part) => `${text}${part}`)) }),
      sends: async (answer, from, sent) => {
        const parts: string[] = JSON.parse(answer);
        for (const [place, part] of parts.entries()) {
          if (place < from) continue;
          await this.before(part);
          if (part === this.breaksAt) throw new Error('the line is broken');
          this.sent.push(part);
          await sent(place + 1);
        }
      },
    });
  }
}

onEachDatabase('an answer that does not go back with the request', (empty) => {
  let engines: TwoEngines;
  let line: Sending;
  before(async () => {
    engines = await TwoEngines.open(empty);
  });
  beforeEach(async () => {
    await engines.begins();
    line = new Sending();
  });
  after(() => engines.close());

  const takes = (which: 'one' | 'other', id: string, form = textForm(id)) =>
    engines[which].turns.take(delivery(id), form);

  it('has been written before anything of it goes out', async () => {
    const kept: unknown[] = [];
    line.before = async () =>
      void kept.push([await engines.noted(), await engines.one.turns.answer('sms', 'a')]);
    await takes('one', 'a', line.form('a'));
    assert.deepEqual(kept, Array(3).fill([['a'], '["a1","a2","a3"]']));
    assert.deepEqual([line.sent, (await engines.deliveryRow('a'))?.sent], [['a1', 'a2', 'a3'], null]);
  });

  it('goes on where it stopped when it comes again, in whatever process', async () => {
    line.breaksAt = 'a3';
    await assert.rejects(takes('one', 'a', line.form('a')), /broken/);
    line.breaksAt = undefined;
    await takes('other', 'a', line.form('a'));
    await takes('other', 'a', line.form('a'));
    assert.deepEqual([line.sent, await engines.noted()], [['a1', 'a2', 'a3'], ['a']]);
  });

  it('goes out before that of the next delivery, and keeps that from nothing where it cannot', async () => {
    line.breaksAt = 'a2';
    await assert.rejects(takes('one', 'a', line.form('a')), /broken/);
    await takes('one', 'b', line.form('b'));
    assert.deepEqual(line.sent, ['a1', 'b1', 'b2', 'b3']);
    assert.match(engines.logged.join(), /an earlier turn could not be finished/);
    line.breaksAt = undefined;
    await takes('other', 'c', line.form('c'));
    assert.deepEqual(line.sent.slice(4), ['a2', 'a3', 'c1', 'c2', 'c3']);
  });

  it('holds on to the turn until all of it has gone out', async () => {
    const { promise: goesOn, resolve: goOn } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begins } = Promise.withResolvers<void>();
    line.before = async () => {
      begins();
      await goesOn;
    };
    const first = takes('one', 'a', line.form('a'));
    await begun;
    let looks = 0;
    const waiting = engines.engine(1, { pause: () => ++looks === 3 && goOn() });
    await waiting.turns.take(delivery('b'), textForm('b'));
    await first;
    assert.deepEqual([looks >= 3, line.sent], [true, ['a1', 'a2', 'a3']]);
  });

  it('is left to the process that goes on with it where the first one stood still for too long', async () => {
    const { promise: goesOn, resolve: goOn } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begins } = Promise.withResolvers<void>();
    line.before = async () => {
      line.before = async () => {};
      begins();
      await goesOn;
    };
    const stalled = takes('one', 'a', line.form('a'));
    await begun;
    engines.passes(leaseLasts);
    const next = new Sending();
    await takes('other', 'a', next.form('a'));
    assert.deepEqual(next.sent, ['a1', 'a2', 'a3']);
    goOn();
    await stalled;
    // What was on its way cannot be taken back.
    assert.deepEqual(line.sent, ['a1']);
    assert.equal((await engines.deliveryRow('a'))?.sent, null, 'and nobody sends any of it once more');
  });
});
