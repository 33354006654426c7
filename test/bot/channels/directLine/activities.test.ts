import assert from 'node:assert/strict';
import { temporaryFolder } from '../../../temporaryFolder.ts';
import { assertRefused } from './assertRefused.ts';
import { DirectLineService } from './directLineService.ts';

const conversations = '/v3/directline/conversations';

describe('the activities of a conversation', () => {
  const folder = temporaryFolder();
  let service: DirectLineService;

  before(async () => {
    const clock = () => new Date('2026-11-24T08:00:00.000Z');
    service = await DirectLineService.open({ folder: folder.path, clock });
  });
  after(async () => {
    await service.close();
    folder.remove();
  });
  afterEach(() => {
    service.bot.beforeReply = async () => {};
  });

  it('keeps the echo before the reply, each with its number, time and speaker', async () => {
    const started = await service.start();
    const { body } = await service.say(started, 'hi', { channelData: { clientActivityID: 'c1' } });
    const [greeting, echo, reply] = await service.activities(started);
    const { conversationId } = started;
    assert.equal(body.id, `${conversationId}|0000002`);
    assert.equal(greeting?.replyToId, undefined);
    assert.match(String(echo?.from.id), /^dl_/);
    assert.deepEqual(echo, {
      type: 'message',
      id: `${conversationId}|0000002`,
      text: 'hi',
      channelId: 'directline',
      conversation: { id: conversationId },
      from: { id: echo?.from.id, name: '', role: 'user' },
      channelData: { clientActivityID: 'c1' },
      timestamp: '2026-11-24T08:00:00.000Z',
    });
    assert.deepEqual(reply, {
      type: 'message',
      id: `${conversationId}|0000003`,
      text: 'You said: hi',
      channelId: 'directline',
      conversation: { id: conversationId },
      from: { id: 'thawline', name: 'Thawline', role: 'bot' },
      replyToId: `${conversationId}|0000002`,
      timestamp: '2026-11-24T08:00:00.000Z',
    });
  });

  it('gives a turn the network address of its request, whatever the client writes, and keeps it nowhere', async () => {
    const started = await service.start();
    const network = '198.51.100.66';
    const claims = { network, channelData: { network }, turnState: { networkOfTurn: network } };
    await service.say(started, 'hi', claims);
    assert.equal(service.bot.networks.at(-1), undefined);
    await service.call('POST', `${conversations}/${started.conversationId}/activities`, {
      token: started.token,
      headers: { 'X-Forwarded-For': `192.0.2.1, ${network}` },
      body: { type: 'message', text: 'hi', ...claims },
    });
    assert.equal(service.bot.networks.at(-1), network);
    const kept = await service.store.read(async (manager) => [
      await manager.query('SELECT * FROM direct_line_activities'),
      await manager.query('SELECT * FROM direct_line_conversations'),
      await manager.query('SELECT * FROM conversations'),
      await manager.query('SELECT * FROM deliveries'),
    ]);
    for (const where of [kept, service.bot.heard, service.logged, await service.activities(started)])
      assert.doesNotMatch(JSON.stringify(where), /198\.51\.100\.66|192\.0\.2\.1/);
  });

  it('reads only what came after the watermark', async () => {
    const started = await service.start();
    await service.say(started, 'hi');
    assert.deepEqual(
      (await service.activities(started, '2')).map(({ text }) => text),
      ['You said: hi'],
    );
    const path = `${conversations}/${started.conversationId}/activities?watermark=3`;
    const { body } = await service.call('GET', path, { token: started.token });
    assert.deepEqual(body, { activities: [], watermark: '3' });
  });

  it('replays all where the watermark is not of this conversation', async () => {
    const started = await service.start();
    await service.say(started, 'hi');
    for (const watermark of [
      '-',
      '4',
      '999999999',
      '0',
      '00000000000003',
      'null',
      '%F0%9F%99%82',
      '3|0000002',
    ]) {
      const path = `${conversations}/${started.conversationId}/activities?watermark=${watermark}`;
      const { status, body } = await service.call('GET', path, { token: started.token });
      assert.equal(status, 200, watermark);
      const { activities, watermark: next } = body as { activities: object[]; watermark: string };
      assert.deepEqual([activities.length, next], [3, '3'], watermark);
    }
  });

  it('gives the same message posted twice one effect and the same answer', async () => {
    const started = await service.start();
    const post = () => service.say(started, 'once', { channelData: { clientActivityID: 'same' } });
    const [first, second] = await Promise.all([post(), post()]);
    const third = await post();
    assert.deepEqual([second.body, third.body], [first.body, first.body]);
    assert.deepEqual((await service.texts(started)).slice(1), ['once', 'You said: once']);
  });

  it('takes the id of an activity for the same where a client gives no clientActivityID', async () => {
    const started = await service.start();
    const first = await service.say(started, 'once', { id: 'a-1' });
    const second = await service.say(started, 'once', { id: 'a-1' });
    assert.deepEqual(second.body, first.body);
    assert.equal((await service.activities(started)).length, 3);
  });

  it('answers two messages of the same moment one after the other', async () => {
    const started = await service.start();
    service.bot.beforeReply = () => new Promise((resolve) => setImmediate(resolve));
    await Promise.all([service.say(started, 'one'), service.say(started, 'two')]);
    const texts = (await service.texts(started)).slice(1);
    const oneFirst = ['one', 'You said: one', 'two', 'You said: two'];
    const twoFirst = ['two', 'You said: two', 'one', 'You said: one'];
    assert.deepEqual(texts, texts[0] === 'one' ? oneFirst : twoFirst);
  });

  it('answers with the echo when a turn fails, since what was taken is done before the next', async () => {
    const started = await service.start();
    service.bot.beforeReply = () => Promise.reject(new Error('4111111111111111 is broken'));
    const { status, body } = await service.say(started, 'hi');
    assert.equal(status, 200);
    assert.equal(body.id, `${started.conversationId}|0000002`);
    assert.ok(service.logged.some((line) => line.includes('a turn failed whose delivery was acknowledged')));
    assert.ok(!service.logged.join().includes('4111111111111111'));
    service.bot.beforeReply = async () => {};
    await service.say(started, 'still there?');
    assert.deepEqual((await service.texts(started)).slice(1), [
      'hi',
      'You said: hi',
      'still there?',
      'You said: still there?',
    ]);
    const [, , , reply] = [undefined, ...(await service.activities(started))];
    assert.equal(reply?.replyToId, body.id);
  });

  it('refuses a message that could not be written down, and keeps nothing of it', async () => {
    const started = await service.start();
    const { transaction } = service.store;
    service.store.transaction = () => Promise.reject(new Error('the disk is full'));
    const { status } = await service.say(started, 'hi').finally(() => {
      service.store.transaction = transaction;
    });
    assert.equal(status, 500);
    assert.equal((await service.activities(started)).length, 1);
  });

  it('keeps nothing of a text but what sealing shows', async () => {
    const started = await service.start();
    await service.say(started, 'my password is 314159');
    await service.post(started, { type: 'event', name: 'sealed', value: { envelope: '314159' } });
    const rows = await service.store.read(async (manager) => [
      await manager.query('SELECT * FROM direct_line_activities'),
      await manager.query('SELECT * FROM deliveries'),
    ]);
    assert.ok(JSON.stringify(rows[0]).includes('my password is ••••'));
    assert.ok(!JSON.stringify(rows).includes('314159'));
    assert.ok(!service.logged.join().includes('314159'));
    const event = { what: 'event', name: 'sealed', value: { envelope: '314159' } };
    assert.deepEqual(service.bot.heard.at(-1), event, 'who sealed it gets it whole');
  });

  it('tells the bot the locale of the message, or else of the conversation', async () => {
    const started = await service.start({ 'Accept-Language': 'zh-TW' });
    await service.say(started, 'hi', { locale: 'en-GB' });
    assert.equal(service.bot.deliveries.at(-1)?.locale, 'en-GB');
    await service.say(started, 'hi', { locale: 'a"><script>' });
    assert.equal(service.bot.deliveries.at(-1)?.locale, 'zh-TW');
  });

  it('answers a typing activity and keeps nothing of it', async () => {
    const started = await service.start();
    const { status, body } = await service.post(started, { type: 'typing', from: { id: 'me' } });
    assert.equal(status, 200);
    assert.ok(body.id);
    assert.equal((await service.activities(started)).length, 1);
  });

  it('refuses an upload in words that a client can act on', async () => {
    const { conversationId, token } = await service.start();
    const answer = await service.call('POST', `${conversations}/${conversationId}/upload`, { token });
    assertRefused(answer, 415, 'uploadNotSupported');
  });

  it('takes 60 activities a minute in one conversation', async () => {
    const started = await service.start();
    const posts = Array.from({ length: 61 }, () => service.post(started, { type: 'typing' }));
    const statuses = (await Promise.all(posts)).map(({ status }) => status);
    assert.equal(statuses.filter((status) => status === 200).length, 60);
    assert.equal(statuses.filter((status) => status === 429).length, 1);
    assert.equal((await service.say(await service.start(), 'hi')).status, 200);
  });
});
