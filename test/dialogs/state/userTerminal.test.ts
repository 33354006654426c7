import assert from 'node:assert/strict';
import { type Activity, TestAdapter, TurnContext } from 'botbuilder';
import { phoneOf, telephone, userTerminal } from '../../../dialogs/state/userTerminal.ts';
import { networkOfTurn, phoneOfActivity } from '../../../services/contract/userTerminal.ts';

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

  it('is a telephone where its channel gives the number, by its address or beside a pseudonym', () => {
    const phone = '+12025550101';
    const from = { id: phone, name: '' };
    const pseudonym = { id: 'caller_x', name: '' };
    const call = { channelId: 'twilio-voice', from: pseudonym, [phoneOfActivity]: phone };
    assert.deepEqual(telephone(turn(call)), {
      phone,
      userTerminal: { channel: 'voice', address: 'caller_x' },
    });
    assert.equal(telephone(turn({ channelId: 'thawline-sms', from }))?.phone, phone);
    assert.doesNotMatch(JSON.stringify(call), /12025550101/);
    assert.equal(telephone(turn({ channelId: 'twilio-voice', from: pseudonym })), undefined);
    for (const channelId of ['directline', 'msteams']) {
      assert.equal(
        phoneOf(turn({ channelId, from, [phoneOfActivity]: phone } as object).activity),
        undefined,
      );
    }
  });

  it('is refused where no row knows the channel: it is taken for no other, and no telephone is read from it', () => {
    const from = { id: '+12025550101', name: '' };
    for (const channelId of ['sms', 'whatsapp', 'somewhere']) {
      const strange = turn({ channelId, from });
      for (const read of [userTerminal, telephone, (of: TurnContext) => phoneOf(of.activity)])
        assert.throws(() => read(strange), { code: 'messageInvalid' });
    }
  });
});
