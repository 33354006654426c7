import assert from 'node:assert/strict';
import { activityOf } from '../../../bot/terminal/activityOf.ts';
import type { Content } from '../../../bot/turn/delivery.ts';
import { heard } from '../../../dialogs/understanding/heard.ts';
import { delivery } from './awaitedItems.ts';

const now = new Date('2026-11-24T08:00:00.000Z');

describe('the activity that the dialogs get', () => {
  const of = (content: Content, more: Parameters<typeof delivery>[0] = {}) =>
    activityOf(delivery(more), { content }, now);

  it('has of the delivery what they need: who, where, when, in which language, and the words', () => {
    const place = { phone: '+12025550101', network: '198.51.100.7', id: 'SM1', locale: 'zh-TW' };
    const activity = of({ what: 'words', text: 'hi', form: { a: 1 }, attached: true }, place);
    assert.deepEqual(activity, {
      type: 'message',
      text: 'hi',
      channelId: 'thawline-sms',
      serviceUrl: 'urn:test',
      conversation: { id: 'c1', isGroup: false },
      from: { id: 'user', name: '', role: 'user' },
      recipient: { id: 'bot', name: '', role: 'bot' },
      timestamp: now,
      locale: 'zh-TW',
      entities: [],
    });
  });

  it('tells of a group, and of who arrives', () => {
    assert.equal(of({ what: 'words', text: '' }, { isGroup: true }).conversation.isGroup, true);
    const { type, membersAdded = [] } = of({ what: 'arrives' });
    assert.equal(type, 'conversationUpdate');
    assert.deepEqual(
      membersAdded.map(({ id }) => id),
      ['user', 'bot'],
    );
  });

  it('carries what the edge has found, and nothing under that name otherwise', () => {
    const found = { what: 'lastFour', lastFour: '1114' } as const;
    const content: Content = { what: 'words', text: '1114' };
    assert.deepEqual(heard(activityOf(delivery(), { content, found }, now)), found);
    assert.equal(heard(of(content)), undefined);
  });
});
