import assert from 'node:assert/strict';
import { type Activity, TestAdapter, TurnContext } from 'botbuilder';
import { setTurn, type Turn } from '../../../dialogs/state/turn.ts';
import { phoneOf, telephoneOf, userTerminal } from '../../../dialogs/state/userTerminal.ts';

describe('the user terminal of a turn', () => {
  const turn = (activity: Partial<Activity>, carried?: Turn) => {
    const turnContext = new TurnContext(new TestAdapter(async () => {}), {
      type: 'message',
      conversation: { id: 'c1' } as Activity['conversation'],
      ...activity,
    });
    if (carried) setTurn(turnContext, carried);
    return turnContext;
  };

  it('is its channel and conversation, with a network address only where the channel has seen one', () => {
    const channelId = 'directline';
    const known = { channel: 'webChat', address: 'c1' };
    assert.deepEqual(userTerminal(turn({ channelId })), known);
    const network = '198.51.100.7';
    assert.deepEqual(userTerminal(turn({ channelId }, { network })), { ...known, network });
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
    const [network, phone] = ['198.51.100.7', '+12025550101'];
    const claimed = { network, phone, value: { network, phone }, turn: { network, phone } };
    const claims = { ...claimed, channelData: claimed } as Partial<Activity>;
    assert.deepEqual(userTerminal(turn({ channelId: 'directline', ...claims })), {
      channel: 'webChat',
      address: 'c1',
    });
    const from = { id: phone, name: '' };
    assert.equal(telephoneOf(turn({ channelId: 'twilio-voice', from, ...claims })), undefined);
    assert.equal(userTerminal(turn({ channelId: 'msteams' })).channel, 'botFramework');
  });

  it('is a telephone where its channel gives the number, beside the pseudonym that it is known by', () => {
    const phone = '+12025550101';
    const from = { id: 'caller_x', name: '' };
    for (const [channelId, channel] of [
      ['twilio-voice', 'voice'],
      ['thawline-sms', 'sms'],
      ['thawline-whatsapp', 'whatsApp'],
    ] as const) {
      const userTerminal = { channel, address: 'caller_x' };
      assert.deepEqual(telephoneOf(turn({ channelId, from }, { phone })), { phone, userTerminal });
      assert.equal(telephoneOf(turn({ channelId, from })), undefined, 'the number is hidden');
      assert.equal(phoneOf(turn({ channelId, from }, { phone: 'anonymous' })), undefined);
    }
    for (const channelId of ['directline', 'msteams']) {
      assert.equal(phoneOf(turn({ channelId, from }, { phone })), undefined, 'others know of none');
    }
  });

  it('is refused where no row knows the channel: it is taken for no other, and no telephone is read from it', () => {
    const from = { id: '+12025550101', name: '' };
    for (const channelId of ['sms', 'whatsapp', 'somewhere']) {
      const strange = turn({ channelId, from }, { phone: from.id });
      for (const read of [userTerminal, telephoneOf, phoneOf])
        assert.throws(() => read(strange), { code: 'messageInvalid' });
    }
  });
});
