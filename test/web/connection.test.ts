import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { ChatPage, openChat } from '../browser/chatPage.ts';
import { ChatService } from '../browser/chatService.ts';
import { launchBrowser } from '../browser/launchBrowser.ts';

describe('the connection of the chat page', function () {
  this.timeout(60_000);
  let browser: Browser;
  let service: ChatService;
  let chat: ChatPage;

  before(async () => {
    [browser, service] = await Promise.all([launchBrowser(), ChatService.open()]);
  });
  after(async () => {
    await browser.close();
    await service.close();
  });
  beforeEach(async () => {
    chat = await openChat(browser, { baseUrl: service.url });
  });
  afterEach(() => chat.close());

  const banner = (text: string) => chat.page.getByRole('status').filter({ hasText: text });
  /** It may come back by itself before. */
  const tryNow = () =>
    chat.page
      .getByRole('button', { name: 'Try now' })
      .click({ timeout: 2000 })
      .catch(() => {});
  const resuming = /\/v3\/directline\/conversations\/[^/?]+\?/;

  it('begins with one request, which the page sends before its script is there', async () => {
    const asked = chat.witness.requests
      .filter(({ method }) => method === 'POST')
      .map(({ url }) => new URL(url).pathname);
    assert.deepEqual(asked, ['/webchat/token']);
    await chat.assertNoComplaints();
  });

  it('greets with the answer to that request, and once, while no stream is there', async () => {
    const other = await ChatPage.in(browser, { baseUrl: service.url });
    const opens = Promise.withResolvers<void>();
    await other.page.routeWebSocket(/\/stream\?/, async (socket) => {
      await opens.promise;
      socket.connectToServer();
    });
    await other.open();
    assert.deepEqual(
      (await other.heard()).map(({ messageId }) => messageId),
      ['greeting'],
    );
    await other.say('meanwhile');
    while (!service.bot.said.includes('meanwhile')) await other.page.waitForTimeout(20);
    opens.resolve();
    await other.waitForMessage('echo');
    assert.deepEqual(
      (await other.heard()).map(({ messageId }) => messageId),
      ['greeting', 'echo'],
    );
    await other.close();
  });

  it('sends once what was said before the first stream was there', async () => {
    const other = await ChatPage.in(browser, { baseUrl: service.url });
    const said = Promise.withResolvers<void>();
    const streamed = Promise.withResolvers<void>();
    await other.page.routeWebSocket(/\/stream\?/, async (socket) => {
      await said.promise;
      const streams = socket.connectToServer();
      streams.onMessage((message) => {
        socket.send(message);
        streamed.resolve();
      });
    });
    await other.page.route('**/activities', async (route) => {
      said.resolve();
      await streamed.promise;
      await route.continue();
    });
    await other.open();
    await other.say('early');
    await other.waitForMessage('echo');
    assert.equal(other.witness.requests.filter(({ url }) => url.endsWith('/activities')).length, 1);
    await other.close();
  });

  it('begins the ordinary way where that request failed', async () => {
    const other = await ChatPage.in(browser, { baseUrl: service.url });
    let asked = 0;
    await other.page.route('**/webchat/token', (route) => (++asked === 1 ? route.abort() : route.continue()));
    await other.open();
    assert.equal(asked, 2);
    await other.close();
  });

  it('says that it was lost, and restores it without losing or doubling anything', async () => {
    await chat.say('before');
    await chat.waitForMessage('echo');
    await chat.page.route(resuming, (route) => route.abort());
    service.cutStreams();
    await banner('The connection was lost').waitFor();
    // What is sent while only the stream is gone arrives, and its answer shows when the stream is back.
    await chat.say('meanwhile');
    while (!service.bot.said.includes('meanwhile')) await chat.page.waitForTimeout(20);
    await chat.page.unroute(resuming);
    await tryNow();
    await chat.waitForMessage('echo', 2);
    await banner('The connection was lost').waitFor({ state: 'detached' });
    await chat.say('after');
    await chat.waitForMessage('echo', 3);
    assert.deepEqual((await chat.heard()).map(({ text }) => text).slice(1), [
      'You said: before',
      'You said: meanwhile',
      'You said: after',
    ]);
    assert.deepEqual(await chat.said(), ['before', 'meanwhile', 'after']);
    assert.equal(await chat.page.getByText('Send failed').count(), 0);
  });

  it('knows by its echo that a message arrived whose answer was lost', async () => {
    await chat.page.route(resuming, (route) => route.abort());
    service.cutStreams();
    await banner('The connection was lost').waitFor();
    await chat.page.route('**/activities', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await chat.say('only once');
    while (!service.bot.said.includes('only once')) await chat.page.waitForTimeout(20);
    await chat.page.unroute('**/activities');
    await chat.page.unroute(resuming);
    await tryNow();
    await chat.waitForMessage('echo');
    assert.deepEqual(await chat.said(), ['only once']);
    assert.equal(await chat.page.getByRole('button', { name: 'Retry' }).count(), 0);
  });

  it('renews the right to the conversation before it expires', async () => {
    const long = await ChatPage.in(browser, { baseUrl: service.url });
    await long.page.clock.install();
    await long.open();
    const kept = () => long.page.evaluate("sessionStorage.getItem('thawline.conversation')");
    const before = await kept();
    const renewed = long.page.waitForResponse('**/v3/directline/tokens/refresh');
    await long.page.clock.fastForward('15:01');
    assert.equal((await renewed).status(), 200);
    while ((await kept()) === before) await new Promise(setImmediate);
    await long.say('hello');
    await long.waitForMessage('echo');
    await long.close();
  });

  it('comes back by itself', async () => {
    service.cutStreams();
    await banner('The connection was lost').waitFor();
    await banner('The connection was lost').waitFor({ state: 'detached' });
    await chat.say('hello');
    await chat.waitForMessage('echo');
  });

  it('offers a message that could not be sent for sending again', async () => {
    let refusals = 1;
    await chat.page.route('**/activities', (route) =>
      refusals-- > 0 ? route.fulfill({ status: 400, json: { error: {} } }) : route.continue(),
    );
    await chat.say('please arrive');
    await chat.page.getByRole('button', { name: 'Retry' }).click();
    await chat.waitForMessage('echo');
    assert.equal((await chat.heard()).at(-1)?.text, 'You said: please arrive');
    // The console names the failure and not what was typed.
    assert.ok(chat.witness.consoleErrors.length > 0);
    assert.doesNotMatch(chat.witness.consoleErrors.join(), /please arrive/);
  });

  it('says when the conversation is over, asks for no secret then, and begins a new one at a button', async () => {
    await chat.say('password');
    await chat.forms('live').waitFor();
    await chat.page.route(resuming, (route) => route.fulfill({ status: 404, json: { error: {} } }));
    service.cutStreams();
    await banner('This conversation is over').waitFor();
    await chat.forms('over').waitFor();
    await chat.page.getByRole('status').getByRole('button', { name: 'New chat' }).click();
    await banner('This conversation is over').waitFor({ state: 'detached' });
    await chat.waitForMessage('greeting');
    await chat.say('hello');
    await chat.waitForMessage('echo');
  });

  /** Another tab of the same browser. */
  async function anotherTab(): Promise<Page> {
    const page = await chat.page.context().newPage();
    await page.goto(service.url);
    await page.locator('[data-message-id]').first().waitFor();
    return page;
  }
  const say = async (page: Page, text: string) => {
    await page.locator('.send__input').fill(text);
    await page.locator('.send__input').press('Enter');
  };

  it('is had by a second tab as well, both are heard, and nothing is stored for it', async () => {
    await chat.say('from the first');
    await chat.waitForMessage('echo');
    const second = await anotherTab();
    await second.locator('[data-message-id="echo"]').waitFor();
    await say(second, 'from the second');
    await chat.waitForMessage('echo', 2);
    await second.locator('[data-message-id="echo"]').nth(1).waitFor();
    await chat.say('and again');
    await second.locator('[data-message-id="echo"]').nth(2).waitFor();
    assert.deepEqual(await chat.said(), ['from the first', 'from the second', 'and again']);
    assert.equal(await chat.page.evaluate('JSON.stringify({ ...localStorage })'), '{}');
  });

  it('is had by three tabs at most: the one that has had it longest offers to go on there', async () => {
    await anotherTab();
    await anotherTab();
    await anotherTab();
    await banner('open in another window').waitFor();
    await chat.page.getByRole('button', { name: 'Continue here' }).click();
    await banner('open in another window').waitFor({ state: 'detached' });
  });

  it('says within three seconds that the network is gone, and sends what was written when it is back, once', async () => {
    await chat.page.context().setOffline(true);
    const gone = Date.now();
    await banner('You are offline').waitFor();
    const seen = Date.now() - gone;
    await chat.say('written without a line');
    assert.equal(await chat.page.getByText('Send failed').count(), 0);
    await chat.page.context().setOffline(false);
    await chat.waitForMessage('echo');
    await banner('You are offline').waitFor({ state: 'detached' });
    assert.deepEqual(
      service.bot.said.filter((text) => text === 'written without a line'),
      ['written without a line'],
    );
    assert.deepEqual(await chat.said(), ['written without a line']);
    assert.ok(seen < 3000, `${seen} ms`);
  });

  it('sends a sealed form by itself when the line is back, without a word typed again', async () => {
    await chat.say('password');
    await chat.forms('live').waitFor();
    const sealed = service.bot.sealed.length;
    await chat.page.context().setOffline(true);
    await banner('You are offline').waitFor();
    await chat.fillSecureForm('135790');
    await chat.forms('sending').waitFor();
    await chat.page.context().setOffline(false);
    await chat.waitForMessage('received');
    assert.equal(service.bot.sealed.length, sealed + 1);
    await chat.forms('sent').waitFor();
    assert.deepEqual(await chat.witness.tracesOf('135790'), []);
  });

  it('sends again what got no answer, under the same id, and says that the line is slow', async () => {
    let lost = 2;
    await chat.page.route('**/activities', (route) => (lost-- > 0 ? route.abort() : route.continue()));
    await chat.say('at the third time');
    await banner('The line is slow').waitFor();
    await chat.waitForMessage('echo');
    await banner('The line is slow').waitFor({ state: 'detached' });
    const ids = chat.witness.requests
      .filter(({ method, url }) => method === 'POST' && url.endsWith('/activities'))
      .map(({ body }) => JSON.parse(body).channelData.clientActivityID);
    assert.equal(ids.length, 3);
    assert.equal(new Set(ids).size, 1);
  });

  it('asks for news itself where the network lets no stream through', async () => {
    const blocked = await ChatPage.in(browser, { baseUrl: service.url });
    await blocked.page.routeWebSocket(/\/stream\?/, (socket) => socket.close());
    await blocked.open();
    await blocked.say('hello');
    await blocked.waitForMessage('echo');
    await blocked.page.route(/\/activities\?/, (route) => route.fulfill({ status: 500, json: {} }), {
      times: 1,
    });
    await blocked.page.waitForResponse((response) => response.status() === 500);
    await blocked.say('again');
    await blocked.waitForMessage('echo', 2);
    await blocked.close();
  });

  it('says that there is no connection from the start, and connects when there is one', async () => {
    const offline = await ChatPage.in(browser, { baseUrl: service.url });
    await offline.page.route('**/webchat/token', (route) => route.abort());
    await offline.page.goto(service.url);
    await offline.page.getByRole('status').filter({ hasText: 'The connection was lost' }).waitFor();
    await offline.page.unroute('**/webchat/token');
    await offline.page.getByRole('button', { name: 'Try now' }).click();
    await offline.waitForMessage('greeting');
    await offline.close();
  });
});
