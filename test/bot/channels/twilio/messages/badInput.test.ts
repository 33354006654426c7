import assert from 'node:assert/strict';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { MessageRedactionRows } from '../../../../../bot/channels/twilio/messages/messageTables.ts';
import { DeliveryRows } from '../../../../../bot/turn/turnTables.ts';
import { readMessages } from '../../../../../demo/messagesDocument.ts';
import { developmentAccount } from '../../../../../kit/twilioSettings.ts';
import { MessageService } from '../../../../demo/messageService.ts';

const AccountSid = developmentAccount.sid;
const MessageSid = `SM${'1'.repeat(32)}`;
const good = { AccountSid, MessageSid, SmsMessageSid: MessageSid, From: '+12025550101', Body: 'hello' };
const form = (parameters: Record<string, string>) => new URLSearchParams(parameters).toString();

describe('what no carrier should send to the address of messages', () => {
  let service: MessageService;
  before(async () => {
    service = await MessageService.open({ tokens: ['present', 'next'], mostInAMinute: 20 });
  });
  after(() => service.close());

  /** Posts a form as it is given, signed over the parameters that are said to be in it. */
  async function post(
    body: string,
    {
      path = '/twilio/messages',
      token = 'present',
      signed = Object.fromEntries(new URLSearchParams(body)) as Record<string, string>,
      contentType = 'application/x-www-form-urlencoded',
    } = {},
  ): Promise<{ status: number; text: string }> {
    const signature = getExpectedTwilioSignature(token, `${service.url}${path}`, signed);
    const response = await fetch(`${service.url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': contentType, 'X-Twilio-Signature': signature },
      body,
    });
    return { status: response.status, text: await response.text() };
  }
  const received = () =>
    service.bank.store.read(
      async (manager) => (await manager.count(DeliveryRows)) + (await manager.count(MessageRedactionRows)),
    );

  it('is refused without effect where this account has not signed it for this address', async () => {
    assert.equal((await post(form(good), { token: 'another' })).status, 403);
    assert.equal((await post(form({ ...good, Body: '1' }), { signed: good })).status, 403);
    assert.equal((await post(form(good), { path: '/twilio/messages?x=1', token: 'old' })).status, 403);
    assert.equal((await post(form({ ...good, AccountSid: `AC${'1'.repeat(32)}` }))).status, 400);
    assert.equal(await received(), 0);
  });

  it('is refused without effect where it is malformed, although it is signed', async () => {
    assert.equal((await post(`${form(good)}&Body=again`)).status, 400);
    for (const sid of ['SM1', `CA${'1'.repeat(32)}`, `${MessageSid}0`, MessageSid.toLowerCase(), '']) {
      assert.equal((await post(form({ ...good, MessageSid: sid }))).status, 400, sid);
    }
    assert.equal((await post(form({ ...good, SmsMessageSid: 'x' }))).status, 400);
    const strangers = ['', ' ', '\n', 'Ba\u0000nk', 'x'.repeat(300), 'whatsapp:', 'whatsapp:whatsapp:+1'];
    for (const From of strangers) assert.equal((await post(form({ ...good, From }))).status, 400, From);
    assert.equal((await post(form({ ...good, Body: 'x'.repeat(100_000) }))).status, 413);
    const json = await post(JSON.stringify(good), { contentType: 'application/json', signed: good });
    assert.equal(json.status, 415);
    assert.equal(await received(), 0);
  });

  it('is refused where the boundary of a parameter was shifted, which the signature does not show', async () => {
    const { From, Body } = good;
    const shifted = { AccountSid: `${AccountSid}Body${Body}From${From}MessageSid${MessageSid}` };
    assert.equal((await post(form(shifted))).status, 400);
    assert.equal(await received(), 0);
  });

  const texts: Record<string, string> = {
    nothing: '',
    'control characters': '\u0000\u0007\u001b[31mhello\u0008',
    emoji: '🙂👩‍👩‍👧‍👦🇨🇳1️⃣',
    'right to left': '\u202eبطاقتي مجمدة\u202c',
    markup: '</Message><Redirect>http://127.0.0.1:1</Redirect>&amp;<!--',
    'half a character': 'a\ud83d',
    '5,000 characters': '我的卡被冻结了，'.repeat(625),
    'digits without an end': '9'.repeat(4000),
    'a number in another script': '१',
    'a choice beyond all': '999999999999999999999999',
  };
  for (const [title, Body] of Object.entries(texts)) {
    it(`is answered calmly and once: ${title}`, async () => {
      const [sid, from] = [
        `MM${Buffer.from(title.padEnd(16)).subarray(0, 16).toString('hex')}`,
        '+8613800000001',
      ];
      const parameters = {
        ...good,
        MessageSid: sid,
        SmsMessageSid: sid,
        From: from,
        Body,
        NewOne: 'x',
        Body2: 'y',
      };
      const { status, text } = await post(form(parameters), { token: 'next' });
      assert.equal(status, 200);
      const { texts: answers, redirect, problems } = readMessages(text);
      assert.deepEqual({ problems, redirect }, { problems: [], redirect: undefined });
      assert.ok(answers.length >= 1 && answers.length <= 3, text);
      assert.doesNotMatch(text, /\[31m|127\.0\.0\.1:1\b|999999/);
      assert.deepEqual(await post(form(parameters)), { status, text });
    });
  }

  it('is answered with nothing where one number writes more than anybody does, and the next one as ever', async () => {
    const answers = [];
    for (let number = 10; number < 34; number++) {
      const sid = `SM${String(number).padStart(32, '0')}`;
      answers.push((await post(form({ ...good, MessageSid: sid, SmsMessageSid: sid }))).text);
    }
    assert.equal(answers.filter((text) => text.includes('<Message')).length, 20);
    const sid = `SM${'9'.repeat(32)}`;
    const other = await post(
      form({ ...good, MessageSid: sid, SmsMessageSid: sid, From: 'whatsapp:+12025550101' }),
    );
    assert.match(other.text, /<Message/);
  });

  it('leaves no error in the log', () => {
    assert.deepEqual(
      service.logged.filter((line) => /"level":(50|60)/.test(line)),
      [],
    );
  });
});
