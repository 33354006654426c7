import assert from 'node:assert/strict';
import {
  channelIdOf,
  channelQuirks as frameworkChannels,
} from '../../../bot/channels/botFramework/quirks.ts';
import { directLineChannelId as directLineId } from '../../../bot/channels/directLine/directLineChannel.ts';
import { channelIds as messageIds } from '../../../bot/channels/twilio/messages/messageChannels.ts';
import { voiceChannelId as voiceId } from '../../../bot/channels/twilio/voice/voiceChannel.ts';
import { weChatChannelId as weChatId } from '../../../bot/channels/weChat/weChat.ts';
import { Telephone } from '../../../services/contract/cardSearch.ts';
import { channelOfId, channelRows, channels, channelsWith } from '../../../services/contract/channels.ts';

const ids = channels.flatMap((channel): readonly string[] => channelRows[channel].channelIds);

describe('the table of channels', () => {
  it('knows every id that a channel of the bot gives its activities, and no other', () => {
    const [other = ''] = channelIdOf('slack').split('/');
    const framework = [...Object.keys(frameworkChannels), other];
    const given = [directLineId, voiceId, ...Object.values(messageIds), weChatId, ...framework];
    assert.deepEqual(ids.toSorted(), given.toSorted());
    assert.equal(channelOfId('msteams'), 'botFramework');
  });

  it('takes a channel of a registration that no row is for as one that hides nothing, whatever it is called', () => {
    for (const id of [
      'slack',
      'directline',
      'twilio-voice',
      'thawline-sms',
      'toString',
      '__proto__',
      'msteams2',
    ])
      assert.equal(channelOfId(channelIdOf(id)), 'otherApp', id);
    assert.notEqual(channelRows.otherApp.typedSecrets, 'hidden');
  });

  it('gives no id to two channels', () => {
    assert.equal(new Set(ids).size, ids.length);
  });

  it('refuses an id that no row has, and takes none of them for another', () => {
    for (const id of [
      '',
      'test',
      'sms',
      'webChat',
      'DirectLine',
      'directline ',
      'other',
      '/msteams',
      'toString',
      '__proto__',
    ]) {
      assert.throws(() => channelOfId(id), { code: 'messageInvalid' }, id);
    }
  });

  it('says of which channels something is so', () => {
    assert.deepEqual(channelsWith('givesPhone'), ['voice', 'sms', 'whatsApp']);
    assert.deepEqual(channelsWith('isTelephone'), ['voice', 'sms', 'whatsApp']);
    assert.deepEqual(channelsWith('isSpoken'), ['voice']);
    assert.deepEqual(channelsWith('costsByTheLine'), ['sms', 'whatsApp']);
    assert.deepEqual(channelsWith('reachesUnasked'), ['webChat', 'botFramework', 'otherApp']);
    assert.deepEqual(channelsWith('isOwnPage'), ['webChat']);
    assert.deepEqual(
      channels.filter((channel) => channelRows[channel].typedSecrets !== 'hidden'),
      ['sms', 'whatsApp', 'weChat', 'otherApp'],
    );
  });

  it('takes a telephone from the channels that give its number, and from no other', () => {
    const gives = (channel: string) =>
      Telephone.safeParse({ phone: '+12025550101', userTerminal: { channel, address: 'a' } }).success;
    assert.deepEqual(channels.filter(gives), channelsWith('givesPhone'));
  });
});
