import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChannelsService } from '../bot/channels/botFramework/channelsService.ts';
import { liNa, zhaoLei } from '../services/testBank.ts';
import { Thawline } from './thawline.ts';

describe('a customer in a channel of the Bot Framework', () => {
  let thawline: Thawline;
  let service: ChannelsService;
  let count = 0;

  before(async () => {
    [thawline, service] = await Promise.all([Thawline.started(), ChannelsService.listening()]);
  });
  after(async () => {
    await thawline.close();
    service.close();
  });

  /** @returns the ids of the sentences that the bot answered with */
  async function send(conversation: string, more: object): Promise<string[]> {
    const before = service.replies.length;
    const { status } = await thawline.call('POST', '/api/messages', {
      body: {
        type: 'message',
        id: `activity-${++count}`,
        channelId: 'emulator',
        serviceUrl: service.url,
        conversation: { id: conversation },
        from: { id: 'customer' },
        recipient: { id: 'bot' },
        locale: 'en-US',
        ...more,
      },
    });
    assert.equal(status, 200);
    return service.messageIds().slice(before);
  }
  const say = (conversation: string, text: string) => send(conversation, { text });

  /** What the newest card would submit, with this value typed into it. */
  function filledIn(value: string): object {
    const card = service.replies.flatMap(({ attachments = [] }) => attachments).at(-1);
    assert.equal(card?.contentType, 'application/vnd.microsoft.card.adaptive');
    const input = card.content.body.find(({ type }: { type: string }) => type === 'Input.Text');
    assert.deepEqual([input.id, input.style], ['value', 'Password']);
    return { value: { ...card.content.actions[0].data, value } };
  }

  it('unfreezes a card with masked cards, and an old one is answered kindly', async () => {
    assert.equal((await say('one', `unfreeze ${liNa.number}`))[0], 'cardStatus.frozen');
    assert.deepEqual(await say('one', 'yes'), ['identityDocument.ask']);
    const first = filledIn(liNa.identityDocument);
    assert.deepEqual(await send('one', first), ['transactionPassword.ask']);
    assert.equal((await send('one', first))[0], 'formOver');
    assert.equal((await send('one', filledIn('12')))[0], 'transactionPassword.length');
    assert.equal((await send('one', filledIn(liNa.transactionPassword)))[0], 'outcome.unfrozen');
    assert.equal((await thawline.cards())['1114']?.status, 'active');
  });

  it('takes a password that is typed as well', async () => {
    await say('two', `unfreeze ${zhaoLei.number}`);
    await say('two', 'yes');
    assert.equal((await say('two', zhaoLei.transactionPassword))[0], 'outcome.unfrozen');
  });

  it('is asked to write alone, not in a group', async () => {
    const group = { conversation: { id: 'three', isGroup: true }, text: `unfreeze ${liNa.number}` };
    assert.deepEqual(await send('three', group), ['onlyPrivate']);
  });

  it('leaves no secret in the log, in the database, or in what the bot said', async () => {
    const files = globSync(join(thawline.folder, 'data/*')).filter((file) => !file.endsWith('keys.json'));
    assert.ok(files.length > 0);
    const everything = [thawline.log, JSON.stringify(service.replies)].concat(
      files.map((file) => readFileSync(file, 'latin1')),
    );
    for (const secret of [liNa.number, liNa.identityDocument, zhaoLei.number]) {
      assert.ok(!everything.some((text) => text.includes(secret)), 'a secret was kept');
    }
  });
});
