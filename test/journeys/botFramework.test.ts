import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import * as z from 'zod';
import { AuthenticationRequest } from '../../services/contract/authenticationRequest.ts';
import { seal } from '../../services/contract/sealedEnvelope.ts';
import { ChannelsService } from '../bot/channels/botFramework/channelsService.ts';
import { launchBrowser } from '../browser/launchBrowser.ts';
import { chenJie, liNa, wangWei, zhaoLei } from '../services/testBank.ts';
import { AgentsPlayground } from './agentsPlayground.ts';
import { Thawline } from './thawline.ts';

const DESK_TOKEN = 'only-for-tests-and-long-enough-for-it';

describe('a customer in a channel of the Bot Framework', () => {
  let thawline: Thawline;
  let service: ChannelsService;
  let browser: Browser;
  let count = 0;

  before(async () => {
    [thawline, service, browser] = await Promise.all([
      Thawline.started({ DESK: 'on', DESK_TOKEN }),
      ChannelsService.listening(),
      launchBrowser(),
    ]);
  });
  after(async () => {
    await browser.close();
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

  it('finishes on the page of a link, and is told the outcome without writing again', async () => {
    await say('four', `unfreeze ${wangWei.number}`);
    assert.deepEqual(await say('four', 'send me a link'), ['secureLink.sent']);
    const token = (await thawline.newestLink('+12025550102')).split('/').at(-1);
    const view = await thawline.call('POST', '/s/view', { body: { token } });
    const { authenticationRequest } = z
      .object({ authenticationRequest: AuthenticationRequest })
      .parse(view.body);
    for (const item of authenticationRequest.items) {
      const envelope = await seal(wangWei[item], { authenticationRequest, item });
      await thawline.call('POST', '/s/information', { body: { token, item, envelope } });
    }
    const told = () => service.replies.filter(({ conversation }) => conversation.id === 'four').slice(-2);
    const ids = () => told().map(({ channelData }) => channelData?.thawline.messageId);
    while (ids()[0] !== 'outcome.unfrozen') await setImmediate();
    assert.deepEqual(ids(), ['outcome.unfrozen', 'solved.ask']);
    assert.match(told()[0]?.text ?? '', /2228/);
  });

  it('talks to a person of the bank in the same conversation', async () => {
    const desk = async (address: string, body?: object) => {
      const options = { token: DESK_TOKEN, headers: { 'Thawline-Agent': 'wang' }, ...(body && { body }) };
      const answer = await thawline.call(body ? 'POST' : 'GET', `/desk/api/${address}`, options);
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      return answer.body as { cases?: { case: string }[] };
    };
    await desk('presence', { paused: false });
    await say('five', 'I want to talk to a person');
    const { cases = [] } = await desk('cases');
    const id = cases.at(-1)?.case;
    await desk(`cases/${id}/claim`, {});
    for (const text of ['How can I help?', 'Take your time.'])
      await desk(`cases/${id}/lines`, { id: randomUUID(), text });
    const told = () =>
      service.replies
        .filter(({ conversation }) => conversation.id === 'five')
        .map(({ text = '' }) => text)
        .filter((text) => text.startsWith('Our staff: '));
    while (told().length < 2) await setImmediate();
    assert.deepEqual(told(), ['Our staff: How can I help?', 'Our staff: Take your time.']);
    assert.deepEqual(await say('five', 'thank you'), []);
    await desk(`cases/${id}/close`, {});
    while (service.messageIds().at(-1) !== 'person.closed') await setImmediate();
  });

  it('is asked to write alone, not in a group', async () => {
    const group = { conversation: { id: 'three', isGroup: true }, text: `unfreeze ${liNa.number}` };
    assert.deepEqual(await send('three', group), ['onlyPrivate']);
  });

  it('unfreezes a card in a client that is not ours', async () => {
    const playground = await AgentsPlayground.open(`${thawline.url}/api/messages`, browser);
    await playground.hears(/I am the card assistant/);
    await playground.say(`unfreeze ${chenJie.number}`);
    await playground.hears(/The card ending 3332 is frozen/);
    await playground.presses(/^Yes, unfreeze it$/);
    await playground.fillsIn(/Identity document number/, '440305199207041128');
    await playground.hears(/The last character does not fit the others/);
    await playground.fillsIn(/Identity document number/, chenJie.identityDocument);
    await playground.fillsIn(/Transaction password/, chenJie.transactionPassword);
    await playground.hears(/The card ending 3332 is unfrozen/);
    await playground.close();
    assert.equal((await thawline.cards())['3332']?.status, 'active');
  }).timeout(60_000);

  it('leaves no secret in the log, in the database, or in what the bot said', async () => {
    const files = globSync(join(thawline.folder, 'data/*')).filter((file) => !file.endsWith('keys.json'));
    assert.ok(files.length > 0);
    const everything = [thawline.log, JSON.stringify(service.replies)].concat(
      files.map((file) => readFileSync(file, 'latin1')),
    );
    for (const secret of [liNa.number, liNa.identityDocument, zhaoLei.number, chenJie.identityDocument]) {
      assert.ok(!everything.some((text) => text.includes(secret)), 'a secret was kept');
    }
  });
});
