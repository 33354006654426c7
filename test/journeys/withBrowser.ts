import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type ChatPage, type OpenOptions, openChat } from '../browser/chatPage.ts';
import { launchBrowser } from '../browser/launchBrowser.ts';
import { Thawline } from './thawline.ts';

/** A browser and a running Thawline for all tests of the block that this is called in; each opens a page of its own. */
export function withBrowser() {
  let browser: Browser;
  let thawline: Thawline;
  let chat: ChatPage | undefined;

  before(async () => {
    [browser, thawline] = await Promise.all([launchBrowser(), Thawline.started()]);
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await report(this.currentTest.fullTitle());
    await chat?.close();
  });
  after(async () => {
    await browser.close();
    await thawline.close();
  });

  async function report(title: string): Promise<void> {
    const picture = join(tmpdir(), `thawline-failed-${Date.now()}.png`);
    const seen = await chat?.asSeen().catch(String);
    await chat?.screenshot(picture).catch(() => {});
    process.stderr.write(`failed: ${title}; ${picture} shows the page:\n${seen}\n${thawline.failures}\n`);
  }

  return {
    get thawline(): Thawline {
      return thawline;
    },
    async open(options: Omit<OpenOptions, 'baseUrl'> = {}): Promise<ChatPage> {
      chat = await openChat(browser, { baseUrl: thawline.url, ...options });
      return chat;
    },
  };
}
