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

  it('is the customer’s telephone or account, where it is the same one in the next conversation', () => {
    const from = { id: '+12025550104', name: '' };
    const at = (channelId: string) => userTerminal(turn({ channelId, from }));
    assert.deepEqual(at('twilio-voice'), { channel: 'voice', address: from.id });
    assert.deepEqual(at('thawline-sms'), { channel: 'sms', address: from.id });
    assert.deepEqual(at('thawline-whatsapp'), { channel: 'whatsApp', address: from.id });
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
