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

  it('is written by nobody but the turn engine', async () => {
    const turnContext = turn();
    state.hand(turnContext, { count: 1 });
    await count.set(turnContext, 2);
    await assert.rejects(state.saveChanges(turnContext), /written with its answer/);
    await assert.rejects(state.delete(turnContext), /written with its answer/);
  });
});
