import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Activity, MessageFactory, type TurnContext } from 'botbuilder';
import pino from 'pino';
import { botSchema } from '../../../../bot/botSchema.ts';
import { BotFramework } from '../../../../bot/channels/botFramework/botFramework.ts';
import { ChannelTokens } from '../../../../bot/channels/botFramework/channelTokens.ts';
import { botFrameworkRoutes } from '../../../../bot/channels/botFramework/routes.ts';
import { conversationReference } from '../../../../bot/turn/conversationReference.ts';
import { leaseLasts } from '../../../../bot/turn/turnLease.ts';
import { TurnLock } from '../../../../bot/turn/turnLock.ts';
import { HttpServer } from '../../../../kit/http/httpServer.ts';
import { networkAddress } from '../../../../kit/http/networkAddress.ts';
import { openSqlite } from '../../../../kit/store/openSqlite.ts';
import type { Store } from '../../../../kit/store/store.ts';
import { later } from '../../../../kit/time.ts';
import { temporaryFolder } from '../../../temporaryFolder.ts';
import { appId, ChannelsService, FixedToken } from './channelsService.ts';

describe('the channels of the Bot Framework', () => {
  const now = new Date('2026-11-24T08:00:00.000Z');
  const clock = () => now;
  const folder = temporaryFolder();
  let service: ChannelsService;
  let store: Store;
  let server: HttpServer;
  let url: string;
  let framework: BotFramework;
  /** What the conversation heard. */
  let heard: Activity[] = [];
  let under = 0;
  let most = 0;

  before(async () => {
    service = await ChannelsService.listening();
    store = await openSqlite(join(folder.path, 'bot.db'), [botSchema]);
    const tokens = new ChannelTokens({ appId, clock, metadata: service.metadata });
    [server, url, framework] = await opened(tokens);
  });
  beforeEach(() => {
    heard = [];
    most = 0;
    service.replies.length = 0;
    service.isBroken = false;
  });
  after(async () => {
    await server.close();
    await store.close();
    service.close();
    folder.remove();
  });

  async function opened(tokens: ChannelTokens | undefined): Promise<[HttpServer, string, BotFramework]> {
    const log = pino({ level: process.env.LOG ?? 'silent' });
    const handler = {
      seal: async (activity: Activity) => ({
        shown: activity,
        heard: { ...activity, text: `sealed ${activity.text}` },
      }),
      async handle(turnContext: TurnContext) {
        most = Math.max(most, ++under);
        heard.push(turnContext.activity);
        if (turnContext.activity.text?.includes('is overtaken')) await overtakes();
        await turnContext
          .sendActivity(MessageFactory.text(`You said: ${turnContext.activity.text}`))
          .finally(() => under--);
      },
    };
    const turnLock = new TurnLock({ store, clock, pause: setTimeout });
    const framework = new BotFramework({ turnLock, handler, tokens, credentials: new FixedToken(), clock });
    const routes = [botFrameworkRoutes({ framework, networkAddress: networkAddress([]) })];
    const own = new HttpServer({ log, https: false, checks: {}, routes });
    return [own, `http://127.0.0.1:${(await own.listen('127.0.0.1', 0)).port}/api/messages`, framework];
  }

  /** Another process, to which this one has stood still for too long. */
  function overtakes(): Promise<void> {
    const other = new TurnLock({ store, clock: () => later(now, leaseLasts), pause: setTimeout });
    return other.run({ channelId: 'msteams', conversationId: 'a:1' }, async () => {});
  }

  let count = 0;
  const message = (more: object = {}) => ({
    type: 'message',
    id: `activity-${++count}`,
    channelId: 'msteams',
    serviceUrl: service.url,
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'one' },
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
    assert.deepEqual(await post(message()), { status: 200, body: '{}' });
    assert.equal(heard[0]?.text, 'sealed hello');
    assert.equal(service.replies[0]?.text, 'You said: sealed hello');
    assert.equal(service.shown.at(-1), 'Bearer ours');
  });

  it('turn away a forged token before anything of the message is looked into', async () => {
    const forged = { Authorization: `${await service.authorization(now, { audience: 'another' })}` };
    const { status, body } = await post(message(), forged);
    assert.equal(status, 403);
    assert.equal(JSON.parse(body).error.code, 'tokenInvalid');
    assert.equal((await post(message(), { Authorization: '' })).status, 403);
    assert.equal((await post(message({ serviceUrl: 'https://elsewhere.example' }))).status, 403);
    assert.deepEqual(heard, []);
  });

  it('have one effect of an activity that is delivered again, also at the same moment', async () => {
    const again = message();
    const answers = await Promise.all([post(again), post(again), post(again)]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    );
    assert.equal(heard.length, 1);
    assert.equal(service.replies.length, 1);
  });

  it('take turns within a conversation', async () => {
    await Promise.all([post(message()), post(message()), post(message())]);
    assert.equal(heard.length, 3);
    assert.equal(most, 1);
  });

  it('give an activity another turn when its answer could not be sent', async () => {
    const lost = message();
    service.isBroken = true;
    const { status, body } = await post(lost);
    assert.equal(status, 500);
    assert.doesNotMatch(body, /hello|customer|127\.0/);
    service.isBroken = false;
    assert.equal((await post(lost)).status, 200);
    assert.equal(service.replies.length, 1);
  });

  it('say nothing in a turn that another process has overtaken', async () => {
    const { status } = await post(message({ text: 'is overtaken' }));
    assert.equal(status, 503);
    assert.deepEqual([heard.length, service.replies.length], [1, 0]);
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
    assert.deepEqual(heard, []);
  });

  it('begin a conversation once: where Teams tells that the bot was added', async () => {
    const begins = (added: string[]) =>
      message({ type: 'conversationUpdate', text: undefined, membersAdded: added.map((id) => ({ id })) });
    await post(begins(['29:customer']));
    assert.deepEqual(heard, []);
    await post(begins(['28:bot']));
    assert.deepEqual(
      heard.map(({ type, membersAdded = [] }) => [type, membersAdded.map(({ id }) => id)]),
      [['conversationUpdate', ['29:customer']]],
    );
  });

  it('tell the conversation that it is held in a group', async () => {
    await post(message({ conversation: { id: 'g', conversationType: 'groupChat' } }));
    await post(message({ conversation: { id: 'c', isGroup: true } }));
    assert.deepEqual(
      heard.map(({ conversation }) => conversation.isGroup),
      [true, true],
    );
  });

  it('are told something by conversation reference, without names and under the bot’s own token', async () => {
    await post(message());
    const activity = heard.pop();
    assert.ok(activity);
    const reference = conversationReference(activity);
    assert.doesNotMatch(JSON.stringify(reference), /Li Na|hello/);
    service.replies.length = 0;
    const entities = [{ type: 'a-mark' }];
    await Promise.all([framework.tells(reference, { entities }), post(message())]);
    assert.equal(most, 1, 'it takes its turn');
    const told = heard.find(({ id }) => id === undefined);
    assert.deepEqual(
      [told?.entities, told?.text, told?.from.id],
      [entities, '', '29:customer'],
      'not sealed',
    );
    const reply = service.replies.find(({ replyToId }) => replyToId === undefined);
    assert.deepEqual([reply?.conversation.id, reply?.recipient.id], ['a:1', '29:customer']);
    assert.equal(service.shown.at(-1), 'Bearer ours');
  });

  it('reject where the channel’s service does not take what the bot says by itself', async () => {
    await post(message());
    const [activity] = heard;
    assert.ok(activity);
    service.isBroken = true;
    await assert.rejects(framework.tells(conversationReference(activity), {}));
    service.isBroken = false;
    const elsewhere = { ...conversationReference(activity), channelId: 'facebook' };
    await assert.rejects(framework.tells(elsewhere, {}), { code: 'conversationUnknown' });
  });

  it('refuse what is no activity, of a channel that is not let in, or too large, each with its code', async () => {
    const refusals: [unknown, number, string][] = [
      ['{', 400, 'messageInvalid'],
      ['', 400, 'messageInvalid'],
      [[], 400, 'messageInvalid'],
      [message({ channelId: 'constructor' }), 400, 'messageInvalid'],
      [message({ channelId: 'facebook' }), 400, 'messageInvalid'],
      [message({ channelId: 'thawline-sms' }), 400, 'messageInvalid'],
      [message({ channelId: 'thawline-whatsapp' }), 400, 'messageInvalid'],
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
    assert.deepEqual(heard, []);
  });

  it('are open without a registration to programs on this machine alone, and call no other', async () => {
    const [near, address, open] = await opened(undefined);
    try {
      assert.equal((await post(message(), { Authorization: '' }, address)).status, 200);
      const proxied = await post(message(), { 'X-Forwarded-For': '192.0.2.1' }, address);
      assert.equal(proxied.status, 404);
      const elsewhere = await post(message({ serviceUrl: 'https://192.0.2.1/' }), {}, address);
      assert.equal(elsewhere.status, 400);
      assert.equal(heard.length, 1);
      const [activity] = heard;
      assert.ok(activity);
      const reference = conversationReference(activity);
      await open.tells(reference, {});
      const away = open.tells({ ...reference, serviceUrl: 'https://192.0.2.1/' }, {});
      await assert.rejects(away, { code: 'conversationUnknown' });
      assert.equal(heard.length, 2);
    } finally {
      await near.close();
    }
  });
});
