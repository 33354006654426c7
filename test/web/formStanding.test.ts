import assert from 'node:assert/strict';
import { secureFormContentType } from '../../services/contract/secureForm.ts';
import type { ChatActivity } from '../../web/chat/chatActivity.ts';
import { type FormStanding, formStanding } from '../../web/chat/formStanding.ts';

const form = (id: string): ChatActivity => ({
  ...bot('ask', id),
  attachments: [{ contentType: secureFormContentType }],
});
const echo = (id: string): ChatActivity => ({ ...sent, id });
const sent: ChatActivity = { type: 'event', name: 'authenticationInformation', from: { role: 'user' } };
const words: ChatActivity = { type: 'message', id: 'w', from: { role: 'user' } };
const rejected: ChatActivity = { ...sent, failed: true };

function bot(messageId: string, id = messageId, marks = {}): ChatActivity {
  return { type: 'message', id, from: { role: 'bot' }, channelData: { thawline: { messageId, ...marks } } };
}
const beside = bot('trouble', 'beside', { leavesFormOpen: true });

describe('the standing of a secure form', () => {
  const cases: [string, ChatActivity[], FormStanding][] = [
    ['is live when nothing came after it', [], 'live'],
    ['stays live when only the customer spoke', [words], 'live'],
    ['is being sent until the echo is there', [sent], 'sending'],
    ['is sent with the echo', [echo('e')], 'sent'],
    ['stays sent when the bot answers', [echo('e'), bot('unfrozen')], 'sent'],
    ['stays sent when another form follows', [echo('e'), form('next')], 'sent'],
    ['is sent when the echo came but the answer to the post was lost', [{ ...rejected, id: 'e' }], 'sent'],
    ['can be filled in again when sending was refused', [rejected], 'failed'],
    ['is being sent again after a failure', [rejected, sent], 'sending'],
    ['is over when a newer form came', [form('next')], 'over'],
    ['is over when the bot went on to something else', [words, bot('cancelled')], 'over'],
    ['is over when a failure was followed by other words', [rejected, words, bot('cancelled')], 'over'],
    ['is live again when the bot says that it waits as before', [echo('e'), beside], 'live'],
    ['is sent when the bot only uses those words', [echo('e'), bot('trouble')], 'sent'],
  ];
  for (const [rule, later, standing] of cases) {
    it(rule, () => {
      const activities = [bot('greeting'), form('asked'), ...later];
      assert.equal(formStanding(activities, 'asked', { expiresAt: 2, now: 1 }), standing);
    });
  }

  it('is over from the moment when the authentication request expires', () => {
    const at = (now: number) => formStanding([form('asked')], 'asked', { expiresAt: 2, now });
    assert.deepEqual([at(1), at(2), at(3)], ['live', 'over', 'over']);
  });

  it('is over when nothing can be sent any more', () => {
    const closed = { expiresAt: 2, now: 1, disabled: true };
    assert.equal(formStanding([form('a')], 'a', closed), 'over');
    assert.equal(formStanding([form('a'), rejected], 'a', closed), 'over');
    assert.equal(formStanding([form('a'), echo('e')], 'a', closed), 'sent');
  });

  it('keeps saying that it was sent after that', () => {
    assert.equal(formStanding([form('a'), echo('e')], 'a', { expiresAt: 2, now: 3 }), 'sent');
  });
});
