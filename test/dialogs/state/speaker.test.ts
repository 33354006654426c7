import assert from 'node:assert/strict';
import { type Activity, ConversationState, MemoryStorage, TestAdapter } from 'botbuilder';
import { AgentHours } from '../../../dialogs/state/agentHours.ts';
import { conversationProperties } from '../../../dialogs/state/conversationState.ts';
import { Speaker } from '../../../dialogs/state/speaker.ts';
import { dialogConversation } from '../dialogConversation.ts';

const leads = ({ channelData }: Partial<Activity>) => channelData.thawline.leadsToPerson === true;

describe('what the bot says', () => {
  const properties = conversationProperties(new ConversationState(new MemoryStorage()));
  const speaker = new Speaker(properties);

  async function marks(...said: Parameters<Speaker['say']> extends [unknown, ...infer Rest] ? Rest : never) {
    const adapter = new TestAdapter(async (context) => speaker.say(context, ...said));
    await adapter.receiveActivity({ text: '', conversation: { id: 'c' } as Activity['conversation'] });
    return adapter.activeQueue.at(-1)?.channelData.thawline;
  }

  it('tells by marks, and by no id, whom it leads to and what it leaves open', async () => {
    assert.deepEqual(await marks('agent', { caseId: 'K-1' }), { messageId: 'agent' });
    const led = { messageId: 'greeting', leadsToPerson: true };
    assert.deepEqual(await marks('greeting', {}, { leadsToPerson: true }), led);
    const beside = { messageId: 'trouble', leavesFormOpen: true };
    assert.deepEqual(await marks('trouble', { reference: '4f2a91c0' }, { leavesFormOpen: true }), beside);
  });

  it('leads to a person where one was asked for, is offered for good, or has the report of a loss', async () => {
    const { says } = dialogConversation();
    assert.deepEqual((await says('agent')).map(leads), [true]);
    assert.deepEqual((await says('say that again')).map(leads), [true]);
    assert.deepEqual((await says('I lost my card')).map(leads), [false, true]);
    await says('blue sky');
    assert.deepEqual((await says('blue sky')).map(leads), [false]);
    assert.deepEqual((await says('blue sky')).map(leads), [true]);
  });

  it('leads to nobody where nobody is there', async () => {
    const { says } = dialogConversation('en', {
      agentHours: new AgentHours('Sun 09:00-10:00 Asia/Shanghai'),
    });
    assert.deepEqual((await says('agent')).map(leads), [false]);
  });
});
