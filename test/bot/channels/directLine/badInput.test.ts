import assert from 'node:assert/strict';
import { once } from 'node:events';
import { temporaryFolder } from '../../../temporaryFolder.ts';
import type { Started } from './directLineClient.ts';
import { DirectLineService } from './directLineService.ts';

describe('Direct Line, given what is not a message', () => {
  const folder = temporaryFolder();
  let service: DirectLineService;
  let started: Started;

  before(async () => {
    service = await DirectLineService.open({ folder: folder.path });
  });
  beforeEach(async () => {
    started = await service.start();
  });
  after(async () => {
    await service.close();
    folder.remove();
  });

  const refused: [string, unknown, number, string][] = [
    ['invalid JSON', '{"type":"message"', 400, 'messageInvalid'],
    ['no UTF-8', Buffer.from('{"type":"message","text":"\xff\xfe"}', 'latin1'), 400, 'messageInvalid'],
    ['an array', [], 400, 'messageInvalid'],
    ['a number', '42', 400, 'messageInvalid'],
    ['null', 'null', 400, 'messageInvalid'],
    ['nothing', '', 400, 'messageInvalid'],
    ['an empty type', { type: '' }, 400, 'messageInvalid'],
    ['a number for a type', { type: 7 }, 400, 'messageInvalid'],
    ['no type', { text: 'hi' }, 400, 'messageInvalid'],
    ['an object for a text', { type: 'message', text: { a: 1 } }, 400, 'messageInvalid'],
    ['an object for a list', { type: 'message', attachments: {} }, 400, 'messageInvalid'],
    ['a number for channelData', { type: 'message', text: 'hi', channelData: 7 }, 400, 'messageInvalid'],
    [
      'an id that carries text',
      { type: 'message', text: 'hi', channelData: { clientActivityID: 'my password' } },
      400,
      'messageInvalid',
    ],
    ['an event named by a number', { type: 'event', name: 'pw-314159' }, 400, 'messageInvalid'],
    [
      'an event named by a Chinese number',
      { type: 'event', name: '密码三一四一五九' },
      400,
      'messageInvalid',
    ],
    ['an event named by a wide number', { type: 'event', name: 'pw ３１４ １５９' }, 400, 'messageInvalid'],
    ['an event named by spaced digits', { type: 'event', name: 'pw 3 1 4 1 5 9' }, 400, 'messageInvalid'],
    ['a text of 4,001 characters', { type: 'message', text: 'x'.repeat(4001) }, 413, 'messageTooLarge'],
    ['more than 32 kB', { type: 'message', text: 'hi', extra: 'x'.repeat(33_000) }, 413, 'messageTooLarge'],
    ['10 MB', { type: 'message', text: 'x'.repeat(10_000_000) }, 413, 'messageTooLarge'],
  ];
  for (const [what, body, status, code] of refused) {
    it(`refuses ${what} with ${status} ${code}, and keeps nothing`, async () => {
      const answer = await service.post(started, body);
      const { error } = answer.body as { error: { code: string } };
      assert.deepEqual([answer.status, error.code], [status, code]);
      assert.equal((await service.activities(started)).length, 1);
    });
  }

  it('takes an activity of a type that nobody reads with 200 and an id, and keeps nothing of it', async () => {
    for (const type of [
      'endOfConversation',
      'invoke',
      'messageReaction',
      'installationUpdate',
      'what/ever',
    ]) {
      const posted = { type, name: 'pw-314159', text: ['314159'], from: { id: 'u' } };
      const { status, body } = await service.post(started, posted);
      assert.equal(status, 200, type);
      assert.ok(body.id);
    }
    assert.equal((await service.activities(started)).length, 1);
    const rows = await service.store.read((manager) => manager.query('SELECT * FROM deliveries'));
    assert.ok(!JSON.stringify(rows).includes('314159'));
  });

  it('takes an event whose name has any letters', async () => {
    const names = ['webchat/join', '页面就绪', 'страница:готова', 'seite.geöffnet', 'पृष्ठ तैयार', 'step 3'];
    for (const name of names) {
      assert.equal((await service.post(started, { type: 'event', name })).status, 200, name);
      assert.equal((await service.activities(started)).find((one) => one.name === name)?.type, 'event');
    }
  });

  it('refuses what is not JSON in UTF-8 with 415', async () => {
    const path = `/v3/directline/conversations/${started.conversationId}/activities`;
    const body = JSON.stringify({ type: 'message', text: 'hi' });
    for (const headers of [
      { 'Content-Type': 'text/plain' },
      { 'Content-Type': 'application/json; charset=gb18030' },
      { 'Content-Encoding': 'gzip' },
    ]) {
      const answer = await service.call('POST', path, { token: started.token, body, headers });
      assert.equal(answer.status, 415);
    }
  });

  it('refuses a body without a length that goes on and on', async () => {
    const socket = service.connect();
    socket.on('error', () => {});
    socket.write(
      `POST /v3/directline/conversations/${started.conversationId}/activities HTTP/1.1\r\nHost: x\r\n` +
        `Authorization: Bearer ${started.token}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    for (let count = 0; count < 40; count++) socket.write(`400\r\n${' '.repeat(1024)}\r\n`);
    const [answer] = await once(socket, 'data');
    assert.match(String(answer), /^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  it('tells nothing of what it could not read, in its answer or its log', async () => {
    const { body } = await service.post(started, '{"type":"message","text":"my password is 271828",}');
    await service.post(started, { type: 'message', text: ['271828'] });
    assert.ok(!JSON.stringify(body).includes('271828'));
    assert.ok(!service.logged.join().includes('271828'));
  });

  it('takes an empty text as a turn of its own', async () => {
    assert.equal((await service.say(started, '')).status, 200);
    assert.deepEqual((await service.texts(started)).slice(1), ['', 'You said: ']);
  });

  it('keeps HTML as the text that it is', async () => {
    const html = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
    await service.say(started, html);
    assert.equal((await service.texts(started))[1], html);
    const path = `/v3/directline/conversations/${started.conversationId}/activities`;
    const { headers } = await service.call('GET', path, { token: started.token });
    assert.equal(headers.get('content-type'), 'application/json');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
  });

  it('drops control characters but line breaks and tabs, and halves of characters', async () => {
    await service.say(started, 'a\u0000b\u001b[31mc\nd\te\u007f\u0085f\ud800');
    assert.equal((await service.texts(started))[1], 'ab[31mc\nd\tef\ufffd');
  });

  it('takes no word of a client for who, where and when', async () => {
    await service.say(started, 'hi', {
      from: { id: 'bank', role: 'bot', name: 'Your bank' },
      conversation: { id: 'another' },
      recipient: { id: 'x' },
      serviceUrl: 'https://evil.example',
      channelId: 'msteams',
      timestamp: '1999-01-01T00:00:00Z',
      replyToId: '1',
      suggestedActions: { actions: [] },
      deliveryMode: 'expectReplies',
    });
    const [, echo] = await service.activities(started);
    assert.match(String(echo?.from.id), /^dl_/);
    assert.equal(echo?.from.role, 'user');
    assert.equal(echo?.channelId, 'directline');
    assert.equal(echo?.conversation.id, started.conversationId);
    assert.deepEqual(Object.keys(echo ?? {}).sort(), [
      'channelId',
      'conversation',
      'from',
      'id',
      'text',
      'timestamp',
      'type',
    ]);
    assert.deepEqual(service.bot.deliveries.at(-1)?.reference, {
      channelId: 'directline',
      serviceUrl: 'urn:thawline:directline',
      conversation: { id: started.conversationId },
      user: echo?.from.id,
      bot: 'thawline',
    });
  });

  it('keeps of an attachment and of a value only that there was something', async () => {
    const others = [
      {
        attachments: [
          { contentType: 'image/png', contentUrl: 'https://x.example/271828', content: '271828' },
        ],
      },
      { value: { password: '271828' } },
      { attachments: [{ contentType: '6217000011112222' }], value: 7 },
    ];
    for (const other of others) {
      await service.say(started, '', other);
      assert.deepEqual(service.bot.heard.at(-1), { what: 'words', text: '', attached: true });
    }
    await service.say(started, 'hi', { attachments: [], value: null });
    assert.deepEqual(service.bot.heard.at(-1), { what: 'words', text: 'hi' });
  });

  it('believes nothing that a client says was found in what it sends', async () => {
    const found = { what: 'linkConcluded', id: '1' };
    const claims = { entities: [{ type: 'thawline.heard', heard: found }], found, heard: found };
    await service.say(started, 'hi', { ...claims, channelData: claims });
    assert.deepEqual(service.bot.heard.at(-1), { what: 'words', text: 'hi' });
    assert.deepEqual(service.bot.found, []);
  });
});
