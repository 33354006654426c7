import assert from 'node:assert/strict';
import { echo, said } from '../../../../bot/channels/directLine/directLineActivity.ts';
import type { Content } from '../../../../bot/turn/delivery.ts';
import type { Reply } from '../../../../bot/turn/reply.ts';

const now = new Date('2026-11-24T08:00:00.000Z');
const reference = {
  channelId: 'directline',
  serviceUrl: 'urn:thawline:directline',
  conversation: { id: 'c' },
  user: 'dl_1',
  bot: 'thawline',
};
const where = {
  id: 'c|0000007',
  timestamp: '2026-11-24T08:00:00.000Z',
  channelId: 'directline',
  conversation: { id: 'c' },
};

describe('an activity as Direct Line shows it', () => {
  it('echoes what a client posted: the words or the event’s name, and the id by which it looks for it', () => {
    const shows = (shown: Content, clientActivityID?: string, locale?: string) =>
      echo(reference, shown, { locale, clientActivityID })(7, now);
    const from = { id: 'dl_1', name: '', role: 'user' };
    assert.deepEqual(shows({ what: 'words', text: '••••', attached: true }), {
      ...{ type: 'message', text: '••••' },
      ...where,
      from,
    });
    assert.deepEqual(shows({ what: 'event', name: 'sealed', value: 'of nobody’s business' }, 'x1', 'zh-TW'), {
      ...{ type: 'event', name: 'sealed' },
      ...where,
      from,
      locale: 'zh-TW',
      channelData: { clientActivityID: 'x1' },
    });
    assert.deepEqual(shows({ what: 'event', name: '' }), { type: 'event', ...where, from });
  });

  it('says what the bot says as the bot, in this conversation, in reply to the echo where there is one', () => {
    const reply: Reply = { type: 'message', text: 'hi', speak: 'hi', locale: 'en' };
    const forged = { ...reply, id: 'x', from: { id: 'x' }, conversation: { id: 'x' }, timestamp: 'x' };
    const bot = { id: 'thawline', name: 'Thawline' };
    const from = { ...bot, role: 'bot' };
    const says = (replyToId: string | undefined) => said(reference, forged, { bot, replyToId })(7, now);
    assert.deepEqual(says(undefined), { ...reply, ...where, from });
    assert.deepEqual(says(''), { ...reply, ...where, from });
    assert.deepEqual(says('c|0000006'), { ...reply, ...where, from, replyToId: 'c|0000006' });
  });
});
