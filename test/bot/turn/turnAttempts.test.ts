import assert from 'node:assert/strict';
import type { ChannelForm } from '../../../bot/turn/channelForm.ts';
import { turnTables } from '../../../bot/turn/ownedTables.ts';
import { DeliveryRows } from '../../../bot/turn/turnTables.ts';
import { deleteExpired } from '../../../kit/retention/expiring.ts';
import { hours, minutes } from '../../../kit/time.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { delivery, textForm } from './notingTerminal.ts';
import { TwoEngines } from './twoEngines.ts';

onEachDatabase('a delivery', (empty) => {
  let engines: TwoEngines;
  before(async () => {
    engines = await TwoEngines.open(empty);
  });
  beforeEach(() => engines.begins());
  after(() => engines.close());

  const takes = (which: 'one' | 'other', id: string, form = textForm(id)) =>
    engines[which].turns.take(delivery(id), form);

  it('has one effect, and the same answer however often and wherever it comes', async () => {
    const three = await Promise.all([takes('one', 'a'), takes('other', 'a'), takes('one', 'a')]);
    assert.deepEqual(three, ['a', 'a', 'a']);
    assert.equal(await takes('other', 'b'), 'a b');
    for (const which of ['one', 'other'] as const) assert.equal(await takes(which, 'a'), 'a');
    assert.deepEqual(await engines.noted(), ['a', 'b']);
    assert.equal(await engines.one.turns.answer('sms', 'a'), 'a');
    assert.equal(await engines.one.turns.answer('sms', 'unknown'), undefined);
  });

  it('is another one on another channel, and each time where its channel gives it no id', async () => {
    await takes('one', 'a');
    const elsewhere = delivery('a', { channelId: 'whatsapp' });
    assert.equal(await engines.one.turns.take(elsewhere, textForm('x')), 'x');
    for (const answer of ['a x', 'a x x']) {
      assert.equal(await engines.one.turns.take(delivery(), textForm('x')), answer);
    }
  });

  it('is named by nothing in the tables that could be somebody’s number', async () => {
    await engines.one.turns.take(delivery('of +86 138'), textForm('a'));
    const rows = [await engines.conversationRow(), await engines.deliveryRow('of +86 138')];
    assert.ok(rows.every((row) => row !== null));
    assert.doesNotMatch(JSON.stringify(rows), /138/);
  });

  it('is answered once what it did is written, also where the process dies right after', async () => {
    const { promise: written, resolve: writes } = Promise.withResolvers<void>();
    const dies = textForm('a', {
      writes: () => ({
        answer: 'the answer',
        committed: () => {
          writes();
          throw new Error('dead');
        },
      }),
    });
    await assert.rejects(takes('one', 'a', dies), /dead/);
    await written;
    assert.equal(await takes('other', 'a'), 'the answer');
    assert.deepEqual([await engines.noted(), engines.other.terminal.begun], [['a'], []]);
  });

  it('has another turn where the first one failed', async () => {
    engines.one.terminal.before = () => Promise.reject(new Error('no'));
    await assert.rejects(takes('one', 'a'), /no/);
    assert.equal(await takes('other', 'a'), 'a');
    assert.deepEqual(await engines.noted(), ['a']);
  });

  it('has its turn in another process where the first has died', async () => {
    await engines.lost('a');
    assert.equal(await takes('other', 'a'), 'a');
    assert.deepEqual(await engines.noted(), ['a']);
  });

  it('that was lost and is overtaken does nothing: what was said last is said once more', async () => {
    await engines.lost('123456');
    engines.passes(1);
    await takes('other', 'b');
    assert.equal(await takes('other', '123456'), 'b (repeat)');
    assert.deepEqual(engines.other.terminal.begun, ['b', '(repeat)']);
  });

  it('that is urgent is worked on however late it comes, and the conversation knows whether its answer is sent', async () => {
    const told: unknown[] = [];
    const converse = engines.other.terminal.converse.bind(engines.other.terminal);
    engines.other.terminal.converse = (one, ...more) => {
      told.push(one.optedOut);
      return converse(one, ...more);
    };
    const urgent = (optedOut: boolean) =>
      textForm('a', { reads: () => ({ urgent: { what: 'words', text: 'a' }, optedOut }) });
    await engines.lost('a', urgent(true));
    engines.passes(1);
    await takes('other', 'b');
    assert.equal(await takes('other', 'a', urgent(true)), 'b a');
    assert.equal(await takes('other', 'c', urgent(false)), 'b a a');
    assert.deepEqual(told, [false, true, false]);
  });

  it('tells its channel whether it has come before, and whether another was answered since', async () => {
    const seen: unknown[] = [];
    const watched = textForm('a', {
      reads: (_seen, before) => {
        seen.push(before);
        return { what: 'words', text: 'a' };
      },
      arrives: (_sealed, before) => {
        seen.push(before);
        return {};
      },
    });
    await engines.lost('a', watched);
    await engines.lost('a', watched);
    engines.passes(1);
    await takes('other', 'b');
    await takes('other', 'a', watched);
    const [first, again, overtaken] = [
      { isAgain: false, isOvertaken: false },
      { isAgain: true, isOvertaken: false },
      { isAgain: true, isOvertaken: true },
    ];
    assert.deepEqual(seen, [first, first, again, again, overtaken, overtaken]);
  });

  it('hands its channel what was taken out of it and what it has left when it came, also the second time', async () => {
    const told: unknown[] = [];
    const receipted = textForm('it is 123456', {
      arrives: ({ shown, held }, { isAgain }) => {
        told.push([shown, held]);
        return isAgain ? {} : { receipt: 'number 7' };
      },
      writes: (_turned, _seen, { held, receipt }) => {
        told.push([held, receipt]);
        return { answer: '' };
      },
    });
    await engines.lost('a', receipted);
    await takes('other', 'a', receipted);
    const arrival = [{ what: 'words', text: 'it is ••••' }, 'secret'];
    assert.deepEqual(told, [arrival, arrival, ['secret', 'number 7']]);
  });

  it('tells what follows its arrival and its end after each has committed', async () => {
    const order: string[] = [];
    engines.one.terminal.before = async () => order.push('turn');
    const isThere = async () => (await engines.deliveryRow('a')) !== null;
    const told: Promise<boolean>[] = [];
    const form = textForm('a', {
      arrives: () => ({
        committed: () => {
          order.push('arrived');
          told.push(isThere());
        },
      }),
      writes: () => ({ answer: '', committed: () => void order.push('answered') }),
    });
    await takes('one', 'a', form);
    assert.deepEqual([order, await Promise.all(told)], [['arrived', 'turn', 'answered'], [true]]);
  });

  it('comes to nothing where its channel cannot write that it came, and to its turn the next time', async () => {
    const full = textForm('a', {
      arrives: () => ({ write: () => Promise.reject(new Error('full')) }),
    });
    await assert.rejects(takes('one', 'a', full), /full/);
    assert.deepEqual([await engines.deliveryRow('a'), engines.one.terminal.begun], [null, []]);
    const impatient = engines.engine(1, { pause: () => assert.fail('it waits') });
    assert.equal(await impatient.turns.take(delivery('a'), textForm('a')), 'a');
  });

  it('that its channel answers by itself has no turn, and that answer ever after', async () => {
    await takes('one', 'a');
    let written = 0;
    const alone = textForm('', {
      reads: () => ({
        answer: 'stopped',
        write: async () => void written++,
        committed: () => void written++,
      }),
    });
    assert.equal(await takes('one', 'stop', alone), 'stopped');
    assert.equal(await takes('other', 'stop'), 'stopped');
    assert.deepEqual([written, await engines.noted()], [2, ['a']]);
    assert.equal(await takes('other', 'b'), 'a b');
  });

  it('that comes out of turn leaves nothing, and has its turn when it comes again in time', async () => {
    const passing = textForm('', { reads: () => ({ passing: 'not yet' }) });
    assert.equal(await takes('one', 'a', passing), 'not yet');
    assert.deepEqual([await engines.conversationRow(), await engines.deliveryRow('a')], [null, null]);
    assert.equal(await takes('other', 'a'), 'a');
  });

  it('that is older than what is kept begins a conversation anew: it answers no question of the old one', async () => {
    await takes('one', 'a');
    await takes('one', 'b');
    engines.passes(2 * hours);
    const period = { RETENTION_CONVERSATIONS: { text: 'PT1H', milliseconds: hours } };
    const expiring = turnTables.map((table) =>
      'expiring' in table ? table.expiring(period) : assert.fail(),
    );
    await deleteExpired(engines.store, expiring, engines.now);
    assert.equal(await takes('other', 'b'), 'b');
    assert.deepEqual(await engines.noted(), ['b']);
  });

  it('is read by its channel from what the conversation has left at its turn, not before', async () => {
    const looking: ChannelForm<number> = {
      looks: async (manager) => (await manager.find(DeliveryRows)).filter(({ answer }) => answer).length,
      reads: (answered) => ({ what: 'words', text: `after ${answered}` }),
      writes: ({ replies }, answered) => ({ answer: `${replies[0]?.text} ${answered}` }),
    };
    const first = await engines.held(engines.one, 'a');
    const second = engines.one.turns.take(delivery('b'), looking);
    first.goOn();
    assert.equal(await second, 'a after 1 1');
  });

  describe('of the bot’s own', () => {
    const tells = (which: 'one' | 'other', found: string) =>
      engines[which].turns.tell(delivery('tells'), found, textForm('', { isRecovered: true }));

    it('is told once, however many tell it', async () => {
      await takes('one', 'a');
      await Promise.all([tells('one', 'found'), tells('other', 'found')]);
      await tells('one', 'found');
      assert.deepEqual(await engines.noted(), ['a', 'found']);
      assert.doesNotMatch(JSON.stringify(await engines.deliveryRow('tells')), /found.*found/);
    });

    it('rejects where it fails, keeps nothing of what was found, and is told when it is tried again', async () => {
      engines.one.terminal.before = () => Promise.reject(new Error('away'));
      await assert.rejects(tells('one', 'found'), /away/);
      assert.equal((await engines.deliveryRow('tells'))?.kept, null);
      engines.passes(1 * minutes);
      await takes('other', 'b');
      await tells('other', 'found');
      assert.deepEqual(await engines.noted(), ['b', 'found']);
    });
  });
});
