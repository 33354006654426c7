import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { ChatPage } from '../browser/chatPage.ts';
import { ChatService } from '../browser/chatService.ts';
import { launchBrowser } from '../browser/launchBrowser.ts';

describe('the chat page, while very many conversations are begun', function () {
  this.timeout(60_000);
  let browser: Browser;
  let service: ChatService;
  before(async () => {
    [browser, service] = await Promise.all([launchBrowser(), ChatService.open({ wantsWork: true })]);
  });
  after(async () => {
    await browser.close();
    await service.close();
  });

  it('does the work that is wanted first, and begins as ever', async () => {
    const statuses: number[] = [];
    const chat = await ChatPage.in(browser, { baseUrl: service.url });
    chat.page.on('response', (response) => {
      if (response.url().endsWith('/webchat/token')) statuses.push(response.status());
    });
    await chat.open();
    await chat.say('hello');
    await chat.waitForMessage('echo');
    assert.deepEqual(statuses, [428, 200]);
    await chat.close();
  });
});
