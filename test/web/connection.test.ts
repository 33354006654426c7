import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
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
  const resuming = /\/v3\/directline\/conversations\/[^/?]+\?/;

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
    await chat.page.getByRole('button', { name: 'Try now' }).click();
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
    await chat.page.getByRole('button', { name: 'Try now' }).click();
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

  it('lets one window at a time have the conversation', async () => {
    const kept = await chat.page.evaluate('JSON.stringify({ ...sessionStorage })');
    const other = await ChatPage.in(browser, { baseUrl: service.url });
    await other.page.addInitScript((items: string) => {
      const { sessionStorage } = globalThis as unknown as {
        sessionStorage: { setItem(k: string, v: string): void };
      };
      for (const [key, value] of Object.entries(JSON.parse(items)))
        sessionStorage.setItem(key, String(value));
    }, String(kept));
    await other.open();
    await banner('open in another window').waitFor();
    await other.say('from the other window');
    await other.waitForMessage('echo');
    await chat.page.getByRole('button', { name: 'Continue here' }).click();
    await chat.waitForMessage('echo');
    await banner('open in another window').waitFor({ state: 'detached' });
    await other.page.getByRole('status').filter({ hasText: 'open in another window' }).waitFor();
    await other.close();
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
