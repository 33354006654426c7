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
  afterEach(() => chat?.close());
  after(async () => {
    await browser.close();
    await thawline.close();
  });

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
