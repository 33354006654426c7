import assert from 'node:assert/strict';
import { type Activity, TurnContext } from 'botbuilder';
import { CollectingAdapter } from '../../../bot/terminal/collectingAdapter.ts';

describe('what a turn says', () => {
  let adapter: CollectingAdapter;
  let turnContext: TurnContext;
  beforeEach(() => {
    adapter = new CollectingAdapter();
    turnContext = new TurnContext(adapter, {
      type: 'message',
      id: 'a1',
      channelId: 'directline',
      conversation: { id: 'c' },
      recipient: { id: 'bot' },
      from: { id: 'user' },
      serviceUrl: 'urn:test',
    } as Activity);
  });

  it('is collected in its order, as a message or an event', async () => {
    await turnContext.sendActivities([{ text: 'one' }, { type: 'event', name: 'two' }]);
    await turnContext.sendActivity('three');
    assert.deepEqual(
      adapter.replies.map(({ type, text, name }) => [type, text ?? name]),
      [
        ['message', 'one'],
        ['event', 'two'],
        ['message', 'three'],
      ],
    );
  });

  it('has in it nothing of who talks with whom, where and when: that is the channel’s to say', async () => {
    const channelData = { thawline: { messageId: 'greeting' } };
    await turnContext.sendActivity({ text: 'hi', speak: 'hi', locale: 'en', channelData });
    const [{ inputHint: _inputHint, ...reply } = { type: '' }] = adapter.replies;
    assert.deepEqual(reply, { type: 'message', text: 'hi', speak: 'hi', locale: 'en', channelData });
  });

  it('has no typing, no trace and no delay in it', async () => {
    await turnContext.sendActivities([{ type: 'typing' }, { type: 'trace' }, { type: 'delay', value: 1 }]);
    assert.deepEqual(adapter.replies, []);
  });

  it('changes and deletes nothing, and begins no other turn', async () => {
    await assert.rejects(turnContext.updateActivity({ id: 'x', text: 'other' }), /written at its end/);
    await assert.rejects(turnContext.deleteActivity('x'), /written at its end/);
    await assert.rejects(adapter.continueConversation(), /written at its end/);
  });
});
