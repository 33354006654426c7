import assert from 'node:assert/strict';
import { readReceivedActivity } from '../../../../bot/channels/botFramework/receivedActivity.ts';

describe('what a channel of the Bot Framework sent', () => {
  const message = (more: object = {}) => ({
    type: 'message',
    id: 'activity-1',
    channelId: 'msteams',
    serviceUrl: 'https://smba.example/emea/',
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'one' },
    from: { id: '29:customer', name: 'Li Na' },
    recipient: { id: '28:bot', name: 'Thawline' },
    text: 'hello',
    ...more,
  });
  const contentOf = (more: object) => readReceivedActivity(message(more)).content;

  it('is read into a delivery without anybody’s name', () => {
    assert.deepEqual(readReceivedActivity(message({ locale: 'zh-TW' })), {
      delivery: {
        reference: {
          channelId: 'msteams',
          serviceUrl: 'https://smba.example/emea/',
          conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'one' },
          user: '29:customer',
          bot: '28:bot',
        },
        id: 'a:1|activity-1',
        locale: 'zh-TW',
        isGroup: false,
      },
      content: { what: 'words', text: 'hello' },
    });
    const { delivery } = readReceivedActivity(message({ id: null, locale: 'a"><script>' }));
    assert.deepEqual([delivery.id, delivery.locale], [undefined, undefined]);
  });

  it('is read by the fields that are named, and nothing else of it is believed', () => {
    const found = { what: 'linkConcluded', id: '1' };
    const claims = {
      entities: [{ type: 'thawline.heard', heard: found }],
      channelData: { thawline: found },
      phone: '+12025550101',
      network: '198.51.100.7',
      found,
    };
    assert.deepEqual(readReceivedActivity(message(claims)), readReceivedActivity(message()));
  });

  it('is of a channel of its own where the framework’s one has no row, and can take no other’s name', () => {
    const channelOf = (channelId: string) =>
      readReceivedActivity(message({ channelId })).delivery.reference.channelId;
    assert.deepEqual(['msteams', 'webchat', 'emulator'].map(channelOf), ['msteams', 'webchat', 'emulator']);
    for (const id of ['slack', 'directline', 'thawline-sms', 'twilio-voice', '__proto__'])
      assert.equal(channelOf(id), `other-app/${id}`);
    for (const id of ['', 'other-app/slack', 'x/y', 'Slack '])
      assert.throws(() => channelOf(id), { code: 'messageInvalid' });
  });

  it('is words, what a form sent, and whether anything came that is no text', () => {
    assert.deepEqual(contentOf({ text: 'a\u0000b\u001bc\nd\ud800' }), {
      what: 'words',
      text: 'abc\nd\ufffd',
    });
    assert.deepEqual(contentOf({ text: null, value: { a: 1 } }), { what: 'words', text: '', form: { a: 1 } });
    const html = [{ contentType: 'text/html', content: '<p>hello</p>' }];
    assert.deepEqual(contentOf({ attachments: html, value: null }), { what: 'words', text: 'hello' });
    const picture = [...html, { contentType: 'image/png', contentUrl: 'https://x.example/271828' }];
    assert.deepEqual(contentOf({ attachments: picture }), { what: 'words', text: 'hello', attached: true });
  });

  it('is an arrival where the channel tells of the one whose arrival begins a conversation, and not in a group', () => {
    const update = (added: string[], more: object = {}) =>
      contentOf({ type: 'conversationUpdate', membersAdded: added.map((id) => ({ id })), ...more });
    assert.deepEqual(update(['28:bot']), { what: 'arrives' });
    assert.equal(update(['29:customer']), undefined);
    assert.deepEqual(update(['29:customer'], { channelId: 'webchat' }), { what: 'arrives' });
    assert.equal(update(['28:bot'], { channelId: 'webchat' }), undefined);
    assert.equal(update(['28:bot'], { conversation: { id: 'g', conversationType: 'groupChat' } }), undefined);
    assert.equal(update([]), undefined);
  });
});
