import assert from 'node:assert/strict';
import { turnLine } from '../../../bot/terminal/turnLine.ts';
import type { Delivery, HeardDelivery } from '../../../bot/turn/delivery.ts';
import type { Reply } from '../../../bot/turn/reply.ts';

const delivery: Delivery = {
  reference: {
    channelId: 'thawline-sms',
    serviceUrl: 'https://channel.example',
    conversation: { id: '+12025550101' },
    user: '+12025550101',
    bot: 'thawline',
  },
  id: 'SM1',
  locale: 'en',
  phone: '+12025550101',
  network: '192.0.2.1',
};
const heard: HeardDelivery<unknown> = { content: { what: 'words', text: 'my card ends 1114' } };
const says = (messageId: string): Reply => ({
  type: 'message',
  text: 'The card ending 1114',
  locale: 'zh-Hans',
  channelData: { thawline: { messageId, caseId: 'K-1' } },
});
const expects = { what: 'words' } as const;

describe('the line of a turn', () => {
  it('tells channel, language, sentences, outcome and time, and nothing of whose it is or what was said', () => {
    const replies = [says('cardStatus.frozen'), says('unfreeze.ask')];
    const line = turnLine(delivery, heard, { replies, expects, standing: { state: {}, awaits: {} } }, 12);
    assert.deepEqual(line, {
      channel: 'thawline-sms',
      language: 'zh-Hans',
      heard: 'words',
      said: ['cardStatus.frozen', 'unfreeze.ask'],
      outcome: 'answered',
      milliseconds: 12,
    });
  });

  it('tells a turn that failed from one in which there was nothing to say', () => {
    const failed = turnLine(delivery, heard, { replies: [says('trouble')], expects }, 1);
    const silent = turnLine(delivery, heard, { replies: [], expects }, 1);
    assert.deepEqual([failed.outcome, silent.outcome, silent.language], ['trouble', 'silent', null]);
  });
});
