import assert from 'node:assert/strict';
import type { ChannelForm } from '../../../bot/turn/channelForm.ts';
import { emptySqlite } from '../../databases/sqlite.ts';
import { delivery, textForm } from './notingTerminal.ts';
import { statementsOf } from './statementsOf.ts';
import { TwoEngines } from './twoEngines.ts';

describe('the turns of a process that has the database for itself', () => {
  let engines: TwoEngines;
  let alone: ReturnType<TwoEngines['engine']>;
  before(async () => {
    engines = await TwoEngines.open(emptySqlite);
  });
  beforeEach(async () => {
    await engines.begins();
    alone = engines.engine(0, { isAlone: true });
  });
  after(() => engines.close());

  const secret = '246801';
  const recovered = (text: string, more: Partial<ChannelForm<undefined>> = {}) =>
    textForm(text, { isRecovered: true, ...more });
  const takes = (id: string, form = recovered(id)) => alone.turns.take(delivery(id), form);
  const row = (id: string) => engines.deliveryRow(id);
  /** A process that starts after another has ended. It never goes on with what that one was doing. */
  const restarts = () => {
    alone = engines.engine(0, { isAlone: true });
  };
  /** A turn in which its process dies; resolves when it has begun. */
  async function dies(id: string, form = recovered(id)): Promise<void> {
    const { turn } = await engines.held(alone, id, form);
    turn.catch(() => {});
    restarts();
  }

  it('are written in one transaction: that the delivery came, its answer, and how the conversation stands', async () => {
    await takes('a');
    assert.deepEqual(await statementsOf(engines.store, () => takes('b')), {
      reads: ['conversations with deliveries'],
      writes: ['INSERT conversations', 'INSERT deliveries'],
      commits: 1,
    });
    assert.deepEqual(await engines.noted(), ['a', 'b']);
    const again = await statementsOf(engines.store, () => takes('b'));
    assert.deepEqual([again.writes, again.commits], [[], 0]);
    assert.equal(await alone.turns.answer('sms', 'b'), 'a b');
  });

  it('share a commit with those of other conversations at the same moment', async () => {
    const other = (id: string) => {
      const { reference } = delivery(id);
      return { ...delivery(id), reference: { ...reference, conversation: { id } } };
    };
    const all = ['a', 'b', 'c', 'd'];
    const { commits } = await statementsOf(engines.store, () =>
      Promise.all(all.map((id) => alone.turns.take(other(id), recovered(id)))),
    );
    assert.equal(commits, 1);
    assert.deepEqual(await Promise.all(all.map((id) => alone.turns.answer('sms', id))), all);
  });

  it('leave nothing of one whose process died, so that it is had when it comes again', async () => {
    await dies('a');
    assert.deepEqual([await row('a'), await engines.conversationRow()], [null, null]);
    assert.equal(await takes('a'), 'a');
    assert.deepEqual(await engines.noted(), ['a']);
  });

  it('write down first what takes long, and do that again by themselves, without what was secret', async () => {
    await dies('a', recovered(`it is ${secret}`));
    const kept = await row('a');
    assert.match(kept?.kept ?? '', /it is ••••/);
    assert.doesNotMatch(JSON.stringify(kept), new RegExp(secret));
    await alone.turns.recover(() => recovered(''));
    assert.deepEqual([await engines.noted(), (await row('a'))?.kept], [['lost'], null]);
  });

  it('write down first what a channel says must be certain before anything else', async () => {
    let written = 0;
    await dies(
      'a',
      recovered('a', { arrives: () => ({ comesFirst: true, write: async () => void written++ }) }),
    );
    assert.deepEqual([written, (await row('a'))?.answer], [1, null]);
    assert.equal(await takes('b'), 'a b', 'and it is done before the next');
  });

  it('write what a channel leaves of an arrival once, with the answer or before it', async () => {
    for (const id of ['a', secret]) {
      let written = 0;
      const order: string[] = [];
      const form = recovered(id, {
        arrives: () => ({ write: async () => void written++, committed: () => void order.push('arrived') }),
        writes: () => ({ answer: '', committed: () => void order.push('answered') }),
      });
      await takes(id, form);
      assert.deepEqual([written, order], [1, ['arrived', 'answered']]);
    }
  });

  it('are acknowledged when they take long once they are written down, and answered whatever dies then', async () => {
    const { turn, goOn } = await engines.held(alone, 'a');
    const waiting = alone.turns.takeSoon(delivery('a'), recovered('a'), { patience: 1 });
    const taken = await waiting;
    assert.deepEqual(taken, { receipt: undefined });
    assert.equal((await row('a'))?.answer, null);
    goOn();
    assert.equal(await turn, 'a');
    assert.equal((await row('a'))?.answer, 'a');
  });

  it('are not acknowledged where that cannot be written down', async () => {
    const full = recovered('a', { arrives: () => ({ write: () => Promise.reject(new Error('full')) }) });
    const { turn, goOn } = await engines.held(alone, 'a', full);
    turn.catch(() => {});
    await assert.rejects(alone.turns.takeSoon(delivery('a'), full, { patience: 1 }), /full/);
    goOn();
    await assert.rejects(turn, /full/);
    assert.equal(await row('a'), null);
  });

  it('need not be written down where the channel brings all of it again', async () => {
    const { turn, goOn } = await engines.held(alone, 'a');
    const brought = recovered('a', { isBroughtAgain: true });
    const taken = await alone.turns.takeSoon(delivery('a'), brought, { patience: 1 });
    assert.deepEqual([taken, await row('a')], [{ receipt: undefined }, null]);
    goOn();
    assert.equal(await turn, 'a');
  });

  it('fail with nothing written, and are had when they come again', async () => {
    alone.terminal.before = () => Promise.reject(new Error('no'));
    await assert.rejects(takes('a'), /no/);
    assert.equal(await row('a'), null);
    alone.terminal.before = async () => {};
    assert.equal(await takes('a'), 'a');
  });

  it('that fail once they are acknowledged are done again by the same process', async () => {
    alone.terminal.before = () => Promise.reject(new Error('away'));
    const taken = await alone.turns.takeSoon(delivery('a'), recovered(`it is ${secret}`), { patience: 1000 });
    assert.deepEqual(taken, { receipt: undefined });
    assert.match(engines.logged.join(), /a turn failed whose delivery was acknowledged/);
    alone.terminal.before = async () => {};
    await alone.turns.recover(() => recovered(''));
    assert.deepEqual(await engines.noted(), ['lost']);
  });

  it('are not taken for lost while they are under way', async () => {
    const { turn, goOn } = await engines.held(alone, 'a', recovered(secret));
    await alone.turns.recover(() => recovered('') ?? assert.fail());
    assert.deepEqual(alone.terminal.begun, [`envelope of ${secret}`]);
    goOn();
    await turn;
  });

  it('stand in one line each conversation, in the order in which they came', async () => {
    const answers = await Promise.all(['a', 'b', 'c'].map((id) => takes(id)));
    assert.deepEqual(answers, ['a', 'a b', 'a b c']);
  });

  it('take no lease for one: what an older version or another database has left of one keeps nobody waiting', async () => {
    await engines.one.turns.take(delivery('a'), recovered('a'));
    await engines.lost('b', recovered('b'));
    engines.passes(-1);
    assert.equal(await takes('c'), 'a b c');
  });

  it('send an answer that does not go back with the request, and go on where they stopped', async () => {
    const sent: string[] = [];
    const sends = (mayGo: () => boolean) =>
      recovered('a', {
        writes: () => ({ answer: '1 2 3' }),
        async sends(answer, from, isOut) {
          for (const [place, part] of answer.split(' ').entries()) {
            if (place < from) continue;
            if (!mayGo()) throw new Error('cut off');
            sent.push(part);
            await isOut(place + 1);
          }
        },
      });
    await assert.rejects(
      takes(
        'a',
        sends(() => sent.length < 1),
      ),
      /cut off/,
    );
    restarts();
    assert.match((await row('a'))?.kept ?? '', /"conversation"/);
    assert.doesNotMatch((await row('a'))?.kept ?? '', /heard/);
    await alone.turns.recover(() => sends(() => true));
    assert.deepEqual(sent, ['1', '2', '3']);
    assert.deepEqual([(await row('a'))?.sent, (await row('a'))?.kept], [null, null]);
  });

  it('have an answer that wants no turn in one transaction as well', async () => {
    const alone = textForm('', { reads: () => ({ answer: 'stopped' }) });
    const asked = await statementsOf(engines.store, () => takes('stop', alone as ChannelForm<undefined>));
    assert.deepEqual([asked.commits, (await row('stop'))?.answer], [1, 'stopped']);
  });
});
