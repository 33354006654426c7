import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { nearestLanguage } from '../../../kit/nearestLanguage.ts';
import { deskPage } from '../../../words/deskPage.ts';
import { DeskService } from '../../bot/desk/deskService.ts';
import { customer } from '../../bot/desk/peopleAtDesk.ts';
import { launchBrowser } from '../../browser/launchBrowser.ts';
import { zhaoLei } from '../../services/testBank.ts';
import { Gallery, type Look, looks, nameOf } from './gallery.ts';

/** Buttons of a case that the window shows in part, or not. */
const outOfView = `[...document.querySelectorAll('.actions button')]
  .filter((one) => {
    const { top, bottom, left } = one.getBoundingClientRect();
    return ![top + 2, bottom - 2].every((y) => one.contains(document.elementFromPoint(left + 5, y)));
  })
  .map(({ textContent }) => textContent)`;

describe('every state of the desk', function () {
  this.timeout(180_000);
  const gallery = new Gallery('desk');
  let browser: Browser;
  let service: DeskService;
  const pages: Page[] = [];
  before(async () => {
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    service = await DeskService.open();
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
    await service.close();
  });
  after(() => browser.close());

  async function opens({ locale, width, height, colorScheme }: Look): Promise<Page> {
    const viewport = { width, height };
    const context = await browser.newContext({
      ...{ locale, viewport, colorScheme, reducedMotion: 'reduce', timezoneId: 'Asia/Shanghai' },
    });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    pages.push(page);
    await page.goto(`${service.url}/desk`);
    await page.locator('main a.submit').waitFor();
    return page;
  }
  async function logsIn(page: Page, login: string): Promise<void> {
    await page.locator('main a.submit').click();
    await page.locator(`a[href*="code=${login}"]`).click();
    await page.locator('main :is(.bar, .outcome)').waitFor();
  }
  /** Somebody who asks for a person, and has named a card. */
  async function waits(locale: string) {
    const one = await customer(service.bot, { locale });
    for (const said of [zhaoLei.number, 'agent']) await one.says(said);
    return one;
  }

  for (const look of looks)
    it(`is accessible in ${nameOf(look)}`, async () => {
      const words = deskPage[nearestLanguage(look.locale)];
      const page = await opens(look);
      const shows = (state: string, seen = page) => gallery.shows(seen, state, look);
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      await shows('not logged in');
      await logsIn(page, 'mary.quinn');
      await shows('without a role');
      await page.context().clearCookies();
      await page.goto(`${service.url}/desk`);
      await logsIn(page, 'chen.jie');
      await page.locator('.none').first().waitFor();
      await shows('nobody waits');
      await button(words.pause).click();
      await page.getByText(words.paused, { exact: true }).waitFor();
      await shows('paused');
      await button(words.resume).click();
      const one = await waits(look.locale);
      await page.locator('.case').click();
      await button(words.claim).waitFor();
      await page.locator('.news:not(:empty)').waitFor();
      await shows('somebody waits');
      await button(words.claim).click();
      await page.locator('#reply').waitFor();
      await page.locator('#reply').fill('?');
      await page.keyboard.press('Enter');
      await page.locator('.line.agent[data-delivered="told"]').waitFor();
      await one.says('1 2 3');
      await page.locator('.line.customer', { hasText: '1 2 3' }).waitFor();
      await shows('a case of one’s own');
      if (look.width === 1280)
        assert.deepEqual(await page.evaluate(outOfView), [], 'what can be done is in view');
      await button(words.unfreeze).click();
      await page.locator('.problem:not(:empty)').waitFor();
      await shows('not verified yet');
      const other = await opens(look);
      await logsIn(other, 'lin.yating');
      await other.locator('.case').click();
      await other.locator('.pass').waitFor();
      await shows('a colleague’s case', other);
      await one.posts({ type: 'message', text: 'bye' });
      await button(words.close).click();
      await page.locator('.place > p').waitFor();
      await shows('a case that is over');
      await page.route('**/desk/api/**', (route) => route.abort());
      await page.locator('.news', { hasText: words.lost }).waitFor();
      await shows('lost');
    });

  it('is drawn as its hash says', () => gallery.ends());
});
