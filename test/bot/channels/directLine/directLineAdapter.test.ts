import assert from 'node:assert/strict';
import { type Activity, TurnContext } from 'botbuilder';
import { ConversationLog } from '../../../../bot/channels/directLine/conversationLog.ts';
import { DirectLineAdapter } from '../../../../bot/channels/directLine/directLineAdapter.ts';
import { temporaryFolder } from '../../../temporaryFolder.ts';
import { DirectLineService } from './directLineService.ts';

describe('the Direct Line adapter', () => {
  const folder = temporaryFolder();
  let service: DirectLineService;
  let log: ConversationLog;
  let turnContext: TurnContext;

  before(async () => {
    service = await DirectLineService.open({ folder: folder.path });
    log = new ConversationLog({ store: service.store, clock: () => new Date() });
    await log.begin({ conversationId: 'c' });
    const adapter = new DirectLineAdapter({ log, bot: { id: 'bot', name: 'Bot' } });
    turnContext = new TurnContext(adapter, {
      type: 'message',
      channelId: 'directline',
      conversation: { id: 'c' },
      recipient: { id: 'bot' },
      from: { id: 'user' },
      serviceUrl: 'urn:thawline:directline',
    } as Activity);
  });
  after(async () => {
    await service.close();
    folder.remove();
  });

  it('keeps the order of what is sent, and gives each its id', async () => {
    const responses = await turnContext.sendActivities([{ text: 'one' }, { type: 'event', name: 'two' }]);
    assert.deepEqual(responses, [{ id: 'c|0000001' }, { id: 'c|0000002' }]);
    const { activities } = await log.after('c', '');
    assert.deepEqual(
      activities.map(({ text, name }) => text ?? name),
      ['one', 'two'],
    );
    assert.deepEqual(activities[0]?.from, { id: 'bot', name: 'Bot', role: 'bot' });
  });

  it('keeps no typing, no trace and no delay', async () => {
    const { watermark } = await log.after('c', '');
    await turnContext.sendActivities([{ type: 'typing' }, { type: 'trace' }, { type: 'delay', value: 1 }]);
    assert.deepEqual((await log.after('c', watermark)).activities, []);
  });

  it('changes and deletes nothing that was sent', async () => {
    await assert.rejects(turnContext.updateActivity({ id: 'c|0000001', text: 'other' }), /no update/);
    await assert.rejects(turnContext.deleteActivity('c|0000001'), /no deletion/);
  });
});
