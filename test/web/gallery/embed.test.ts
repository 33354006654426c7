import type { Browser, Page } from 'playwright-core';
import { nearestLanguage } from '../../../kit/nearestLanguage.ts';
import { BanksPage } from '../../browser/banksPage.ts';
import { ChatService } from '../../browser/chatService.ts';
import { launchBrowser } from '../../browser/launchBrowser.ts';
import { Gallery, looks, nameOf } from './gallery.ts';

describe('every state of the chat on a bank’s page', function () {
  this.timeout(180_000);
  const gallery = new Gallery('embed');
  let browser: Browser;
  let service: ChatService;
  let banksPage: BanksPage;
  let page: Page | undefined;
  before(async () => {
    [browser, banksPage] = await Promise.all([launchBrowser(), BanksPage.served()]);
    service = await ChatService.open({ webChatOrigins: [banksPage.origin] });
  });
  afterEach(() => page?.context().close());
  after(async () => {
    await browser.close();
    banksPage.close();
    await service.close();
  });

  for (const look of looks)
    it(`is accessible in ${nameOf(look)}`, async () => {
      const { locale, width, height, colorScheme } = look;
      const language = nearestLanguage(locale);
      banksPage.holds(
        service.url,
        `<!doctype html><html lang="${language}"><head><title>Bank</title><meta name="viewport" content="width=device-width"></head><body><main><h1>Bank</h1></main><script src="https://chat.bank.example/embed.js"></script></body></html>`,
      );
      const context = await browser.newContext({ locale, viewport: { width, height }, colorScheme });
      context.setDefaultTimeout(20_000);
      page = await context.newPage();
      await page.goto(banksPage.origin);
      const button = page.locator('thawline-chat .button');
      await button.waitFor();
      await gallery.shows(page, 'button', look);
      let loads = () => {};
      const isToLoad = new Promise<void>((resolve) => (loads = resolve));
      await page.clock.install();
      await page.route(`${service.url}/?*`, async (route) => {
        await isToLoad;
        await route.continue();
      });
      await button.click();
      await page.locator('thawline-chat .bar').waitFor();
      await gallery.shows(page, 'being loaded', look);
      await page.clock.fastForward(20_000);
      await page.locator('thawline-chat .failed').waitFor();
      await gallery.shows(page, 'not loaded', look);
      loads();
      const frame = page.frameLocator('thawline-chat iframe');
      await frame.locator('[data-message-id="greeting"]').waitFor();
      await page.locator('thawline-chat .bar').waitFor({ state: 'hidden' });
      await gallery.shows(page, 'open', look);
      await frame.locator('.send__input').fill('password');
      await frame.locator('.send__input').press('Enter');
      await frame.locator('.secure-form__input:focus').waitFor();
      await frame.locator('.message__status, .working__dots').first().waitFor({ state: 'detached' });
      await gallery.shows(page, 'form', look);
    });

  it('is drawn as its hash says', () => gallery.ends());
});
