import assert from 'node:assert/strict';
import { type Activity, TestAdapter, TurnContext } from 'botbuilder';
import { userTerminal } from '../../dialogs/userTerminal.ts';
import { networkOfTurn } from '../../services/contract/userTerminal.ts';

describe('the user terminal of a turn', () => {
  const turn = (activity: Partial<Activity>) =>
    new TurnContext(new TestAdapter(async () => {}), {
      type: 'message',
      conversation: { id: 'c1' } as Activity['conversation'],
      ...activity,
    });

  it('is its channel and conversation, with a network address only where the channel has seen one', () => {
    const turnContext = turn({ channelId: 'directline' });
    assert.deepEqual(userTerminal(turnContext), { channel: 'webChat', address: 'c1' });
    turnContext.turnState.set(networkOfTurn, '198.51.100.7');
    assert.deepEqual(userTerminal(turnContext), {
      channel: 'webChat',
      address: 'c1',
      network: '198.51.100.7',
    });
  });

  it('is the telephone where a message came from one, in whatever conversation', () => {
    const from = { id: '+12025550101', name: '' };
    const address = from.id;
    assert.deepEqual(userTerminal(turn({ channelId: 'thawline-sms', from })), { channel: 'sms', address });
    assert.deepEqual(userTerminal(turn({ channelId: 'thawline-whatsapp', from })), {
      channel: 'whatsApp',
      address,
    });
  });

  it('takes nothing of it from the activity', () => {
    const claims = {
      channelData: { network: '198.51.100.7' },
      network: '198.51.100.7',
      value: { network: 1 },
    };
    const claimed = turn({ channelId: 'directline', ...claims } as Partial<Activity>);
    assert.deepEqual(userTerminal(claimed), { channel: 'webChat', address: 'c1' });
    assert.equal(userTerminal(turn({ channelId: 'msteams' })).channel, 'botFramework');
  });
});
