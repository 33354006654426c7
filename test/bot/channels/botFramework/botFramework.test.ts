import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pino from 'pino';
import { botSchema } from '../../../../bot/botSchema.ts';
import { BotFramework } from '../../../../bot/channels/botFramework/botFramework.ts';
import { ChannelTokens } from '../../../../bot/channels/botFramework/channelTokens.ts';
import { botFrameworkRoutes } from '../../../../bot/channels/botFramework/routes.ts';
import type { Content, Delivery, HeardDelivery, Sealed } from '../../../../bot/turn/delivery.ts';
import { leaseLasts } from '../../../../bot/turn/leasedTurns.ts';
import type { Standing, Terminal, Turned } from '../../../../bot/turn/terminal.ts';
import { Turns } from '../../../../bot/turn/turns.ts';
import { HttpServer } from '../../../../kit/http/httpServer.ts';
import { networkAddress } from '../../../../kit/http/networkAddress.ts';
import { openSqlite } from '../../../../kit/store/openSqlite.ts';
import type { Store } from '../../../../kit/store/store.ts';
import { later } from '../../../../kit/time.ts';
import { channelOfId } from '../../../../services/contract/channels.ts';
import { temporaryFolder } from '../../../temporaryFolder.ts';
import { textForm } from '../../turn/notingTerminal.ts';
import { appId, ChannelsService, FixedToken } from './channelsService.ts';

type Told = { delivery: Delivery; content: Content; found?: string };

/** A conversation that says once for each line what it has heard, sealed. */
class EchoingTerminal implements Terminal<string> {
  readonly heard: Told[] = [];
  during: (text: string) => Promise<void> = async () => {};
  most = 0;
  #under = 0;

  async seal(_delivery: Delivery, content: Content): Promise<Sealed<string>> {
    const sealed: Content =
      content.what === 'words' ? { ...content, text: content.text.replace(/\d{6}/, '••••') } : content;
    return { shown: sealed, heard: { content: sealed }, kept: { content: sealed } };
  }

  async converse(delivery: Delivery, heard: HeardDelivery<string>, { state }: Standing): Promise<Turned> {
    const { content, found } = heard;
    this.most = Math.max(this.most, ++this.#under);
    this.heard.push({ delivery, ...heard });
    const text = found ?? (content.what === 'words' ? content.text : content.what);
    await this.during(text).finally(() => this.#under--);
    const { turns = 0 } = (state ?? {}) as { turns?: number };
    return {
      replies: text.split('\n').map((line) => ({ type: 'message', text: `You said: ${line}` })),
      expects: { what: 'words' },
      standing: { state: { turns: turns + 1 }, awaits: undefined },
    };
  }
}

describe('the channels of the Bot Framework', () => {
  const now = new Date('2026-11-24T08:00:00.000Z');
  const clock = () => now;
  const folder = temporaryFolder();
  let service: ChannelsService;
  let store: Store;
  let server: HttpServer;
  let url: string;
  let framework: BotFramework<string>;
  let turns: Turns<string>;
  let terminal = new EchoingTerminal();
  /** Each test has a conversation of its own: what one leaves open is not for the next. */
  let conversations = 0;

  before(async () => {
    service = await ChannelsService.listening();
    store = await openSqlite(join(folder.path, 'bot.db'), [botSchema]);
  });
  beforeEach(async () => {
    conversations++;
    terminal = new EchoingTerminal();
    turns = engine();
    const tokens = new ChannelTokens({ appId, clock, metadata: service.metadata });
    [server, url, framework] = await opened(tokens);
    service.replies.length = 0;
    service.isBroken = false;
    service.takes = Number.POSITIVE_INFINITY;
  });
  afterEach(() => server.close());
  after(async () => {
    await store.close();
    service.close();
    folder.remove();
  });

  const log = pino({ level: process.env.LOG ?? 'silent' });
  const engine = (ahead = 0) =>
    new Turns({ store, terminal, clock: () => later(now, ahead), pause: setTimeout, log });

  async function opened(
    tokens: ChannelTokens | undefined,
  ): Promise<[HttpServer, string, BotFramework<string>]> {
    const framework = new BotFramework({ turns, tokens, credentials: new FixedToken() });
    const routes = [
      botFrameworkRoutes({ framework, networkAddress: networkAddress([]), activitiesPerMinute: 600 }),
    ];
    const own = new HttpServer({ log, https: false, checks: { needed: {} }, routes });
    return [own, `http://127.0.0.1:${(await own.listen('127.0.0.1', 0)).port}/api/messages`, framework];
  }

  const here = () => `a:${conversations}`;
  const said = () => service.replies.map(({ text }) => text);
  const texts = () =>
    terminal.heard.map(({ content }) => (content.what === 'words' ? content.text : content.what));

  let count = 0;
  const message = (more: object = {}) => ({
    type: 'message',
    id: `activity-${++count}`,
    channelId: 'msteams',
    serviceUrl: service.url,
    conversation: { id: here(), conversationType: 'personal', tenantId: 'one' },
    from: { id: '29:customer', name: 'Li Na' },
    recipient: { id: '28:bot', name: 'Thawline' },
    text: 'hello',
    ...more,
  });

  async function post(body: unknown, headers: Record<string, string> = {}, to = url) {
    const response = await fetch(to, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: await service.authorization(now),
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, body: await response.text() };
  }

  it('hear what was sealed, and answer the channel’s service under the bot’s own token', async () => {
    const asked = message({ text: 'it is 246801' });
    assert.deepEqual(await post(asked), { status: 200, body: '{}' });
    assert.deepEqual(texts(), ['it is ••••']);
    const [reply] = service.replies;
    assert.equal(reply?.text, 'You said: it is ••••');
    assert.deepEqual(
      [reply?.conversation.id, reply?.recipient.id, reply?.replyToId],
      [here(), '29:customer', asked.id],
    );
    assert.equal(service.shown.at(-1), 'Bearer ours');
  });

  it('turn away a forged token before anything of the message is looked into', async () => {
    const forged = { Authorization: `${await service.authorization(now, { audience: 'another' })}` };
    const { status, body } = await post(message(), forged);
    assert.equal(status, 403);
    assert.equal(JSON.parse(body).error.code, 'tokenInvalid');
    assert.equal((await post(message(), { Authorization: '' })).status, 403);
    assert.equal((await post(message({ serviceUrl: 'https://elsewhere.example' }))).status, 403);
    assert.deepEqual(terminal.heard, []);
  });

  it('have one effect of an activity that is delivered again, also at the same moment', async () => {
    const again = message();
    const answers = await Promise.all([post(again), post(again), post(again)]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    );
    assert.deepEqual([texts(), said()], [['hello'], ['You said: hello']]);
  });

  it('take turns within a conversation', async () => {
    await Promise.all([post(message()), post(message()), post(message())]);
    assert.equal(terminal.heard.length, 3);
    assert.equal(terminal.most, 1);
  });

  it('have written how the conversation stands before anything of an answer goes out', async () => {
    service.isBroken = true;
    await post(message());
    assert.deepEqual((await turns.standing('msteams', here())).state, { turns: 1 });
  });

  it('send what has not gone out when an activity is delivered again, and have no second turn', async () => {
    const lost = message({ text: 'one\ntwo\nthree' });
    service.takes = 1;
    const { status, body } = await post(lost);
    assert.equal(status, 500);
    assert.doesNotMatch(body, /one|customer|127\.0/);
    service.takes = 2;
    assert.equal((await post(lost)).status, 500);
    service.takes = Number.POSITIVE_INFINITY;
    assert.equal((await post(lost)).status, 200);
    assert.equal((await post(lost)).status, 200);
    assert.deepEqual(said(), ['You said: one', 'You said: two', 'You said: three']);
    assert.equal(terminal.heard.length, 1);
  });

  it('send what has not gone out before the answer to what the customer says next', async () => {
    service.takes = 1;
    await post(message({ text: 'one\ntwo' }));
    service.takes = Number.POSITIVE_INFINITY;
    assert.equal((await post(message({ text: 'three' }))).status, 200);
    assert.deepEqual(said(), ['You said: one', 'You said: two', 'You said: three']);
  });

  it('do a turn that was lost with its process before that of what the customer says next', async () => {
    const reference = {
      ...{ channelId: 'msteams', serviceUrl: service.url, user: '29:customer', bot: '28:bot' },
      conversation: { id: here() },
    };
    const { promise: begun, resolve: begins } = Promise.withResolvers<void>();
    terminal.during = async () => {
      terminal.during = async () => {};
      begins();
      await new Promise(() => {});
    };
    const dead = engine(-leaseLasts);
    const lost = { reference, id: `${here()}|lost`, locale: undefined };
    void dead.take(lost, textForm('before it died', { isRecovered: true }));
    await begun;
    assert.equal((await post(message({ text: 'next' }))).status, 200);
    assert.deepEqual(said(), ['You said: before it died', 'You said: next']);
  });

  it('send by themselves what was written and had not gone out when the process died', async () => {
    const saidHere = () =>
      service.replies.flatMap(({ conversation, text }) => (conversation.id === here() ? text : []));
    service.takes = 1;
    assert.equal((await post(message({ text: 'one\ntwo' }))).status, 500);
    assert.deepEqual(saidHere(), ['You said: one']);
    service.takes = Number.POSITIVE_INFINITY;
    for (const ahead of [leaseLasts, 2 * leaseLasts]) {
      await engine(ahead).recover((lost) => framework.recovered(lost));
      assert.deepEqual(saidHere(), ['You said: one', 'You said: two']);
    }
  });

  it('say nothing of a turn that another process has overtaken, but what was said last', async () => {
    terminal.during = async (text) => {
      if (text !== 'is overtaken') return;
      const reference = {
        channelId: 'msteams',
        serviceUrl: service.url,
        conversation: { id: here() },
        user: '29:customer',
        bot: '28:bot',
      };
      await engine(leaseLasts).take({ reference, id: 'other', locale: undefined }, textForm('other'));
    };
    const { status } = await post(message({ text: 'is overtaken' }));
    assert.equal(status, 200);
    assert.deepEqual([texts(), said()], [['is overtaken', 'other', 'wish'], ['You said: wish']]);
    assert.equal((await post(message())).status, 200);
  });

  it('leave alone what is no message: reactions, edits, deletions, what is not known', async () => {
    for (const type of [
      'messageReaction',
      'messageUpdate',
      'messageDelete',
      'typing',
      'invoke',
      'whatever',
    ]) {
      assert.equal((await post(message({ type }))).status, 200, type);
    }
    assert.deepEqual(terminal.heard, []);
  });

  it('begin a conversation once: where Teams tells that the bot was added', async () => {
    const begins = (added: string[]) =>
      message({ type: 'conversationUpdate', text: undefined, membersAdded: added.map((id) => ({ id })) });
    await post(begins(['29:customer']));
    assert.equal(terminal.heard.length, 0);
    await post(begins(['28:bot']));
    assert.deepEqual(
      terminal.heard.map(({ content, delivery }) => [content.what, delivery.reference.user]),
      [['arrives', '29:customer']],
    );
  });

  it('tell the conversation that it is held in a group', async () => {
    await post(message({ conversation: { id: 'g', conversationType: 'groupChat' } }));
    await post(message({ conversation: { id: 'c', isGroup: true } }));
    await post(message());
    assert.deepEqual(
      terminal.heard.map(({ delivery }) => delivery.isGroup),
      [true, true, false],
    );
  });

  it('are told something by conversation reference, without names and under the bot’s own token', async () => {
    await post(message());
    const { reference } = terminal.heard.pop()?.delivery ?? assert.fail();
    assert.doesNotMatch(JSON.stringify(reference), /Li Na|hello/);
    service.replies.length = 0;
    await Promise.all([framework.tells(reference, 'link 1', 'the card is unfrozen'), post(message())]);
    assert.equal(terminal.most, 1, 'it takes its turn');
    const told = terminal.heard.find(({ found }) => found !== undefined);
    assert.deepEqual([told?.found, told?.delivery.reference], ['the card is unfrozen', reference]);
    const reply = service.replies.find(({ replyToId }) => replyToId === undefined);
    assert.equal(reply?.text, 'You said: the card is unfrozen');
    assert.deepEqual([reply?.conversation.id, reply?.recipient.id], [here(), '29:customer']);
    assert.equal(service.shown.at(-1), 'Bearer ours');
    const before = service.replies.length;
    await framework.tells(reference, 'link 1', 'the card is unfrozen');
    assert.equal(service.replies.length, before, 'once');
  });

  it('reject where the channel’s service does not take what the bot says by itself, and send it the next time', async () => {
    await post(message());
    const { reference } = terminal.heard[0]?.delivery ?? assert.fail();
    service.replies.length = 0;
    service.isBroken = true;
    await assert.rejects(framework.tells(reference, 'link 2', 'found'));
    service.isBroken = false;
    await framework.tells(reference, 'link 2', 'found');
    assert.deepEqual(said(), ['You said: found']);
    const elsewhere = { ...reference, channelId: 'thawline-sms' };
    await assert.rejects(framework.tells(elsewhere, 'link 3', 'found'), { code: 'conversationUnknown' });
  });

  it('serve any other channel that a key of the framework speaks for, and in none is a channel of ours', async () => {
    const headers = { Authorization: await service.authorization(now, { kid: 'others' }) };
    for (const channelId of ['slack', 'directline', 'thawline-sms']) {
      const { status } = await post(message({ channelId, text: channelId }), headers);
      assert.equal(status, 200, channelId);
      const { reference } = terminal.heard.at(-1)?.delivery ?? assert.fail();
      assert.equal(channelOfId(reference.channelId), 'otherApp');
      assert.equal(service.replies.at(-1)?.text, `You said: ${channelId}`);
      assert.equal(framework.reaches(reference.channelId), true);
      await framework.tells(reference, `link of ${channelId}`, 'found');
      assert.deepEqual(
        [service.replies.at(-1)?.text, service.replies.at(-1)?.channelId],
        ['You said: found', channelId],
      );
    }
  });

  it('refuse what is no activity, of no channel, or too large, each with its code', async () => {
    const refusals: [unknown, number, string][] = [
      ['{', 400, 'messageInvalid'],
      ['', 400, 'messageInvalid'],
      [[], 400, 'messageInvalid'],
      [message({ channelId: '' }), 400, 'messageInvalid'],
      [message({ channelId: 'other-app/slack' }), 400, 'messageInvalid'],
      [message({ channelId: 'x'.repeat(51) }), 400, 'messageInvalid'],
      [message({ channelId: 'facebook' }), 403, 'tokenForeign'],
      [message({ conversation: undefined }), 400, 'messageInvalid'],
      [message({ serviceUrl: 'file:///etc/passwd' }), 400, 'messageInvalid'],
      [message({ text: 'x'.repeat(4001) }), 413, 'messageTooLarge'],
      [message({ text: 'x'.repeat(1_000_000) }), 413, 'messageTooLarge'],
    ];
    for (const [body, status, code] of refusals) {
      const answer = await post(body);
      assert.deepEqual([answer.status, JSON.parse(answer.body).error.code], [status, code]);
    }
    assert.equal((await post('a=b', { 'Content-Type': 'application/x-www-form-urlencoded' })).status, 415);
    assert.deepEqual(terminal.heard, []);
  });

  it('are open without a registration to programs on this machine alone, and call no other', async () => {
    const [near, address, open] = await opened(undefined);
    try {
      assert.equal((await post(message(), { Authorization: '' }, address)).status, 200);
      const proxied = await post(message(), { 'X-Forwarded-For': '192.0.2.1' }, address);
      assert.equal(proxied.status, 404);
      const forwarded = await post(message(), { Forwarded: 'for=192.0.2.1' }, address);
      assert.equal(forwarded.status, 404);
      const elsewhere = await post(message({ serviceUrl: 'https://192.0.2.1/' }), {}, address);
      assert.equal(elsewhere.status, 400);
      assert.equal(terminal.heard.length, 1);
      const { reference } = terminal.heard[0]?.delivery ?? assert.fail();
      await open.tells(reference, 'link 4', 'found');
      const away = open.tells({ ...reference, serviceUrl: 'https://192.0.2.1/' }, 'link 5', 'found');
      await assert.rejects(away, { code: 'conversationUnknown' });
      assert.equal(terminal.heard.length, 2);
    } finally {
      await near.close();
    }
  });
});
