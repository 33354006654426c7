import type { Browser } from 'playwright-core';
import { nearestLanguage } from '../../../kit/nearestLanguage.ts';
import { ChatPage, openChat } from '../../browser/chatPage.ts';
import { ChatService } from '../../browser/chatService.ts';
import { chatStates, underWay } from '../../browser/chatStates.ts';
import { launchBrowser } from '../../browser/launchBrowser.ts';
import { Gallery, looks, nameOf } from './gallery.ts';

/** What large print changes is seen in these. */
const inLargePrint = ['greeting', 'options', 'too long', 'unfrozen', 'locked', 'form', 'leaving', 'ended'];

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
        for (const [state, reach] of Object.entries(chatStates(nearestLanguage(look.locale), service))) {
          await reach(chat);
          if (!underWay.includes(state))
            await chat.page
              .locator('.message__status, .working__dots')
              .first()
              .waitFor({ state: 'detached' });
          if (query === '' || inLargePrint.includes(state)) await gallery.shows(chat.page, state, look);
        }
      });

    it('is drawn as its hash says', () => gallery.ends());
  });

describe('every state of the chat where something is lacking', function () {
  this.timeout(180_000);
  const gallery = new Gallery('chat-lacking');
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
      chat = await ChatPage.in(browser, { baseUrl: service.url, ...look });
      const { page } = chat;
      await page.addInitScript("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })");
      let connects = () => {};
      const isToConnect = new Promise<void>((resolve) => (connects = resolve));
      await page.route('**/webchat/token', async (route) => {
        await isToConnect;
        await route.continue();
      });
      await page.goto(service.url);
      await page.locator('.loading__words:not(:empty)').waitFor();
      await gallery.shows(page, 'connecting', look);
      connects();
      await chat.messages('greeting').waitFor();
      await chat.say('password');
      await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
      await gallery.shows(page, 'cannot seal', look);
    });

  it('is drawn as its hash says', () => gallery.ends());
});
