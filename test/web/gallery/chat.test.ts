import type { Browser } from 'playwright-core';
import { nearestLanguage } from '../../../kit/nearestLanguage.ts';
import { type ChatPage, openChat } from '../../browser/chatPage.ts';
import { ChatService } from '../../browser/chatService.ts';
import { chatStates } from '../../browser/chatStates.ts';
import { launchBrowser } from '../../browser/launchBrowser.ts';
import { Gallery, looks, nameOf } from './gallery.ts';

/** What large print changes is seen in these. */
const inLargePrint = ['greeting', 'options', 'unfrozen', 'form'];

for (const [surface, query] of [
  ['chat', ''],
  ['chat-in-large-print', '?largePrint=on'],
] as const)
  describe(`every state of the ${surface}`, function () {
    this.timeout(180_000);
    const gallery = new Gallery(surface);
    let browser: Browser;
    let service: ChatService;
    let chat: ChatPage | undefined;
    before(async () => {
      [browser, service] = await Promise.all([launchBrowser(), ChatService.open()]);
    });
    afterEach(() => chat?.close());
    after(async () => {
      await browser.close();
      await service.close();
    });

    for (const look of looks)
      it(`is accessible in ${nameOf(look)}`, async () => {
        chat = await openChat(browser, { baseUrl: service.url, query, ...look });
        for (const [state, reach] of Object.entries(chatStates(nearestLanguage(look.locale)))) {
          if (query !== '' && state === 'refused') break;
          await reach(chat);
          // What is being sent, and what the bot works on, is so for a moment alone.
          await chat.page.locator('.message__status, .working__dots').first().waitFor({ state: 'detached' });
          if (query === '' || inLargePrint.includes(state)) await gallery.shows(chat.page, state, look);
        }
      });

    it('is drawn as its hash says', () => gallery.ends());
  });
