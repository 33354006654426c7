import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../browser/launchBrowser.ts';
import { Thawline } from '../../journeys/thawline.ts';
import { Gallery, looks, nameOf } from './gallery.ts';

describe('every state of the telephone in the browser', function () {
  this.timeout(180_000);
  const gallery = new Gallery('telephone');
  let browser: Browser;
  let thawline: Thawline;
  let page: Page | undefined;
  before(async () => {
    [browser, thawline] = await Promise.all([launchBrowser(), Thawline.started()]);
  });
  afterEach(() => page?.context().close());
  after(async () => {
    await browser.close();
    await thawline.close();
  });

  // A thing to try the service with: it is light alone.
  for (const [place, look] of looks.filter(({ colorScheme }) => colorScheme === 'light').entries())
    it(`is accessible in ${nameOf(look)}`, async () => {
      const { locale, width, height } = look;
      const context = await browser.newContext({ locale, viewport: { width, height } });
      context.setDefaultTimeout(20_000);
      page = await context.newPage();
      // The time that is left to answer counts down.
      await page.clock.install();
      await page.goto(`${thawline.url}/phone`);
      await page.locator('.phone__call').waitFor();
      await gallery.shows(page, 'ready', look);
      await page.locator('.phone__caller').selectOption('');
      await page.locator('#sound').uncheck();
      await page.locator('.phone__call').click();
      await page.locator('.layout[data-shown="ringing"]').waitFor();
      await page.clock.fastForward(1000);
      await page.locator('.layout[data-shown^="listening"]').waitFor();
      await gallery.shows(page, 'listening', look);
      await page.locator('.phone__hang-up').click();
      await page.locator('.layout[data-shown="ended"]').waitFor();
      await gallery.shows(page, 'ended', look);
      await page.locator('.phone__caller').selectOption('+12025550104');
      await page.locator('.messages__field').fill('hello');
      await page.locator('.messages__field').press('Enter');
      // The phone has what the looks before have written too.
      await page.locator('.messages .transcript__line--them').nth(place).waitFor();
      await gallery.shows(page, 'messages', look);
    });

  it('is drawn as its hash says', () => gallery.ends());
});
