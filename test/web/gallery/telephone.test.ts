import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../browser/launchBrowser.ts';
import { Thawline } from '../../journeys/thawline.ts';
import { Gallery, type Look, looks, nameOf } from './gallery.ts';

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
      // The time that is left to answer counts down, and then the line goes on by itself: here only as told.
      await page.clock.install();
      await page.goto(`${thawline.url}/phone`);
      await page.locator('.phone__call').waitFor();
      await page.clock.pauseAt(Date.now() + 60_000);
      await looksAt(page, 'ready', look);
      await page.locator('.phone__caller').selectOption('');
      await page.locator('#sound').uncheck();
      await page.locator('.phone__call').click();
      await page.locator('.layout[data-shown="ringing"]').waitFor();
      await passesUntil(page, '.layout[data-shown^="listening"]');
      await looksAt(page, 'listening', look);
      await page.locator('.phone__hang-up').click();
      await page.locator('.layout[data-shown="ended"]').waitFor();
      await looksAt(page, 'ended', look);
      await page.locator('.phone__caller').selectOption('+12025550104');
      await page.locator('.messages__field').fill('hello');
      await page.locator('.messages__field').press('Enter');
      // The phone has what the looks before have written too.
      await passesUntil(page, `:nth-match(.messages .transcript__line--them, ${place + 1})`);
      await passesUntil(page, '.messages__send:enabled');
      await looksAt(page, 'messages', look);
    });

  it('is drawn as its hash says', () => gallery.ends());

  /** What examines a page waits by its clock now and then: for a thousandth of a second at a time, far from a whole one. */
  async function looksAt(shown: Page, state: string, look: Look): Promise<void> {
    let isSeen = false;
    const looks = gallery.shows(shown, state, look).finally(() => {
      isSeen = true;
    });
    while (!isSeen) await shown.clock.runFor(1);
    await looks;
  }
});

/** Lets a twentieth of a second pass again and again until something shows, so that hardly any passes behind it. */
async function passesUntil(page: Page, selector: string): Promise<void> {
  const shown = page.locator(selector);
  for (let passed = 0; passed < 20_000; passed += 50) {
    if (await shown.isVisible()) return;
    await page.clock.runFor(50);
  }
  throw new Error(`nothing shows ${selector}`);
}
