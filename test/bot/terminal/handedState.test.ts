import assert from 'node:assert/strict';
import { type Activity, TestAdapter, TurnContext } from 'botbuilder';
import { HandedState } from '../../../bot/terminal/handedState.ts';

describe('the state that a turn is handed', () => {
  const state = new HandedState();
  const count = state.createProperty<number>('count');
  const turn = () =>
    new TurnContext(new TestAdapter(async () => {}), {
      type: 'message',
      channelId: 'sms',
      conversation: { id: 'c1' },
    } as Activity);

  it('is what the turn reads, and is taken out as the turn leaves it', async () => {
    const turnContext = turn();
    const takeOut = state.hand(turnContext, { count: 1, other: 'x' });
    assert.equal(await count.get(turnContext), 1);
    await count.set(turnContext, 2);
    assert.deepEqual(takeOut(), { count: 2, other: 'x' });
  });

  it('is the one that was handed in where the turn has not looked at it', () => {
    const handed = { count: 1 };
    assert.equal(state.hand(turn(), handed)(), handed);
  });

  it('is each turn’s own, also of the same conversation at the same moment', async () => {
    const [one, other] = [turn(), turn()];
    const takes = [state.hand(one, { count: 1 }), state.hand(other, { count: 10 })];
    await count.set(one, (await count.get(one, 0)) + 1);
    await count.set(other, (await count.get(other, 0)) + 1);
    assert.deepEqual(
      takes.map((takeOut) => takeOut()),
      [{ count: 2 }, { count: 11 }],
    );
  });

  it('gives what is usual where nothing stands, a copy of it for each turn', async () => {
    const list = state.createProperty<string[]>('list');
    const usual: string[] = [];
    const [one, other] = [turn(), turn()];
    const takeOut = state.hand(one, {});
    state.hand(other, {});
    (await list.get(one, usual)).push('x');
    assert.deepEqual(takeOut(), { list: ['x'] }, 'what was asked for stands in the state from then on');
    assert.deepEqual(await list.get(other, usual), []);
    assert.equal(await list.get(turn()), undefined);
  });

  it('loses a property that is deleted, keeps one that is null, and all where it is cleared', async () => {
    const turnContext = turn();
    const takeOut = state.hand(turnContext, { count: 1, other: null });
    await count.delete(turnContext);
    assert.deepEqual(takeOut(), { other: null });
    assert.equal(await state.createProperty<number | null>('other').get(turnContext, 7), null);
    state.clear(turnContext);
    assert.deepEqual(takeOut(), {});
  });
});
