import assert from 'node:assert/strict';
import pino from 'pino';
import { ChatwootCases } from '../../../../bot/desk/chatwoot/chatwootCases.ts';
import { ChatwootClient } from '../../../../bot/desk/chatwoot/chatwootClient.ts';
import { hours, minutes, seconds } from '../../../../kit/time.ts';
import { channelNames } from '../../../../words/channelNames.ts';
import { deskPage } from '../../../../words/deskPage.ts';
import { zhaoLei } from '../../../services/testBank.ts';
import { customer } from '../peopleAtDesk.ts';
import { type ChatwootPlayer, overChatwoot } from './overChatwoot.ts';

describe('a Chatwoot as the desk', () => {
  let desk: ChatwootPlayer;
  beforeEach(async () => {
    desk = await overChatwoot();
  });
  afterEach(() => desk.close());

  async function oneCase({ locale }: { locale?: string } = {}) {
    await desk.looks();
    const one = await customer(desk.service.bot, { locale });
    await one.says(locale === 'zh-CN' ? '转人工' : 'talk to a person');
    await desk.looks();
    const id = await desk.newest();
    return { id, conversation: desk.conversationOf(id), ...one };
  }
  const contents = (conversation: number) => desk.standIn.of(conversation).map(({ content }) => content);
  const bank = () => desk.service.bank;

  it('gets what a case is about and what was said before it, as a note, in the language of the customer', async () => {
    await desk.looks();
    const one = await customer(desk.service.bot, { locale: 'zh-CN' });
    await one.says(`我的卡号是${zhaoLei.number}`);
    await one.says('转人工');
    await desk.looks();
    const [head] = desk.standIn.of(desk.conversationOf(await desk.newest()));
    const { topic, reason, card, noteCommands, customer: said } = deskPage['zh-Hans'];
    for (const wanted of [
      `${topic}: ${reason.askedForPerson}`,
      `${card}: ••••`,
      noteCommands,
      `${said}: 转人工`,
    ])
      assert.ok(head?.content.includes(wanted), `${wanted} in ${head?.content}`);
    assert.deepEqual([head?.private, head?.message_type], [true, 'outgoing']);
    assert.ok(!head?.content.includes(zhaoLei.number));
  });

  it('refuses a webhook whose signature is missing, of another secret, of other words, or old: nothing is done', async () => {
    const { conversation, written } = await oneCase();
    const message = {
      ...{ event: 'message_created', id: 900, content: 'Forged', message_type: 'outgoing', private: false },
      ...{ account: { id: 7 }, inbox: { id: 3 }, conversation: { id: conversation } },
      sender: { type: 'user', email: 'wang' },
    };
    assert.equal(await desk.standIn.sends(message, { secret: 'another secret of 16' }), 403);
    assert.equal(await desk.standIn.sends(message, { altered: ' ' }), 403);
    assert.equal(await desk.standIn.sends(message, { age: 6 * 60 }), 403);
    assert.equal(await desk.standIn.sends(message, { age: -6 * 60 }), 403);
    const body = JSON.stringify(message);
    for (const headers of [{}, { 'X-Chatwoot-Timestamp': '1', 'X-Chatwoot-Signature': 'sha256=' }]) {
      const { status } = await fetch(desk.standIn.webhookUrl, { method: 'POST', headers, body });
      assert.equal(status, 403);
    }
    await desk.looks();
    assert.ok(!(await written()).includes('Forged'));
    assert.equal(await desk.standIn.sends(message), 200, 'the right one is taken');
  });

  it('shows an agent as not sent what belongs to no case, has a file, is too long, or is no person’s', async () => {
    const { conversation, written } = await oneCase();
    const { standIn } = desk;
    const long = await standIn.writes(conversation, 'wang', 'x'.repeat(1001));
    const file = await standIn.writes(conversation, 'wang', 'See this', {
      attachments: [{ file_type: 'image' }],
    });
    const automatic = await standIn.writes(conversation, 'an automation', 'We are closed');
    assert.deepEqual(
      [long, file, automatic].map(({ status, external_error: why }) => [status, why]),
      [
        ['failed', deskPage.en.tooLong],
        ['failed', deskPage.en.noFiles],
        ['failed', '400'],
      ],
    );
    const elsewhere = { id: 77, account: { id: 7 }, inbox: { id: 3 }, conversation: { id: 4040 } };
    const sender = { type: 'user', email: 'wang' };
    const message = {
      event: 'message_created',
      message_type: 'outgoing',
      content: 'x',
      sender,
      ...elsewhere,
    };
    assert.equal(await standIn.sends(message), 404);
    assert.equal(await standIn.sends({ ...message, inbox: { id: 4 } }), 200, 'another inbox is not ours');
    assert.equal(await standIn.sends({ event: 'conversation_typing_on' }), 200);
    assert.equal(await standIn.sends({ event: 'message_created', id: 'none' }), 400);
    assert.equal(await standIn.sends([]), 400);
    await desk.looks();
    for (const text of ['xxx', 'See this', 'We are closed']) assert.ok(!(await written()).includes(text));
  });

  it('takes out of an agent’s words what nobody may write to a customer', async () => {
    const { id, written } = await oneCase();
    await desk.writes(id, 'wang', `Your card ${zhaoLei.number} is fine`);
    await desk.looks();
    assert.match(await written(), /Your card .* is fine/);
    assert.ok(!(await written()).includes(zhaoLei.number));
  });

  it('has each line once where Chatwoot’s answer was lost, and in its order', async () => {
    const { conversation, says } = await oneCase();
    desk.standIn.agents.length = 0;
    for (const text of ['alpha', 'beta', 'gamma']) await says(text);
    desk.standIn.troubles.push(200, 'lost');
    // The first trouble meets the question who is there.
    await desk.looks();
    bank().passes(10 * seconds);
    await desk.looks();
    assert.deepEqual(contents(conversation).slice(-3), ['alpha', 'beta', 'gamma']);
  });

  it('loses nothing while Chatwoot is away for a day: customers go on, and their cases come afterwards', async () => {
    await desk.looks();
    const one = await customer(desk.service.bot);
    const down = Array.from({ length: 500 }, () => 503);
    desk.standIn.troubles.push(...down);
    await one.says('talk to a person');
    await one.says('is anybody there?');
    for (let hour = 0; hour < 24; hour++) {
      await desk.looks();
      bank().passes(1 * hours);
    }
    assert.equal(desk.standIn.conversations.length, 0);
    const tries = down.length - desk.standIn.troubles.length;
    assert.ok(tries < 300, `${tries} requests`);
    desk.standIn.troubles.length = 0;
    await desk.looks();
    assert.ok(contents(1).includes('is anybody there?'));
  });

  it('is written to by one of two processes', async () => {
    const { conversation, says } = await oneCase();
    const { bot } = desk.service;
    const client = new ChatwootClient({ at: desk.standIn.at });
    const parts = {
      words: deskPage,
      channels: channelNames,
      log: pino({ level: 'silent' }),
      clock: bank().now,
    };
    const other = new ChatwootCases({ store: bank().store, desk: bot.desk, client, ...parts });
    for (const text of ['alpha', 'beta', 'gamma', 'delta']) {
      await says(text);
      await Promise.all([desk.service.chatwoot?.round(), other.round()]);
    }
    await desk.looks();
    const customers = desk.standIn.of(conversation).filter((one) => one.message_type === 'incoming');
    assert.deepEqual(
      customers.map(({ content }) => content),
      ['alpha', 'beta', 'gamma', 'delta'],
    );
  });

  it('says who is there: without an agent online the customer hears that nobody is', async () => {
    for (const agent of desk.standIn.agents) agent.availability_status = 'offline';
    const { heard } = await oneCase();
    bank().passes(31 * seconds);
    await desk.looks();
    assert.ok((await heard()).includes('person.nobody'), 'nobody came');
  });

  it('sees within half a minute that a conversation was resolved, though that webhook was lost; and resolves what was closed here', async () => {
    const first = await oneCase();
    const conversation = desk.standIn.conversations.find(({ id }) => id === first.conversation);
    Object.assign(conversation ?? {}, { status: 'resolved' });
    bank().passes(31 * seconds);
    await desk.looks();
    assert.equal(await desk.service.bot.queue.isOpen(first.id), false);
    const second = await oneCase();
    await desk.service.bot.queue.close(second.id);
    await desk.looks();
    assert.equal(desk.standIn.conversations.at(-1)?.status, 'resolved');
    const asked = desk.standIn.received.length;
    bank().passes(10 * minutes);
    await desk.service.chatwoot?.round();
    assert.equal(
      desk.standIn.received.length,
      asked + 1,
      'nothing is asked about what is over but who is there',
    );
  });

  it('logs no token, no secret and nothing that was written where Chatwoot refuses', async () => {
    const { says } = await oneCase();
    desk.standIn.troubles.push(...Array.from({ length: 20 }, () => 401));
    await says('a private matter');
    await desk.looks();
    const logged = desk.service.logged.join('\n');
    assert.match(logged, /could not be brought to Chatwoot/);
    const { token, webhookSecret } = desk.standIn.at;
    for (const secret of [token, webhookSecret, 'a private matter']) assert.ok(!logged.includes(secret));
  });

  it('knows each act by the agent’s name in the trail of the case', async () => {
    const { id } = await oneCase();
    await desk.writes(id, 'li', 'Good morning.');
    await desk.looks();
    const notes = await bank().store.read((manager) => manager.query('SELECT handoff FROM handoff_notes'));
    const acts = (notes as { handoff: string }[]).map(({ handoff }) => JSON.parse(handoff));
    assert.deepEqual(
      acts.filter((act) => act.case === id && act.did).map(({ did, who }) => [did, who]),
      [
        ['caseClaimed', 'li'],
        ['caseAnswered', 'li'],
      ],
    );
  });
});
