import type { Browser, Page } from 'playwright-core';
import { nearestLanguage } from '../../../kit/nearestLanguage.ts';
import { operatorPage } from '../../../words/operatorPage.ts';
import { launchBrowser } from '../../browser/launchBrowser.ts';
import { emptySqlite } from '../../databases/sqlite.ts';
import { OperatorService } from '../../services/operatorPage/operatorService.ts';
import { liNa, zhaoLei } from '../../services/testBank.ts';
import { playDay } from '../operator/playDay.ts';
import { Gallery, type Look, looks, nameOf } from './gallery.ts';

describe('every state of the operator’s page', function () {
  this.timeout(180_000);
  const gallery = new Gallery('operator');
  let browser: Browser;
  let service: OperatorService;
  const pages: Page[] = [];
  before(async () => {
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    service = await OperatorService.open(emptySqlite, { fourEyes: true });
    await playDay(service);
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
    await page.goto(`${service.url}/operator`);
    await page.locator('a.button').waitFor();
    return page;
  }
  async function logsIn(page: Page, login: string): Promise<void> {
    await page.locator('a.button').click();
    await page.locator(`a[href*="code=${login}"]`).click();
    await page.locator('.me').waitFor();
  }

  for (const look of looks)
    it(`is accessible in ${nameOf(look)}`, async () => {
      const words = operatorPage[nearestLanguage(look.locale)];
      const page = await opens(look);
      const shows = (state: string, seen = page) => gallery.shows(seen, state, look);
      const goes = (view: string) => page.goto(`${service.url}/operator#${view}`);
      const said = page.locator('.said:not(:empty)');
      await shows('not logged in');
      await logsIn(page, 'chen.jie');
      await shows('without a role');
      await logsIn(page, 'tayo.oduya');
      await page.locator('.tiles').nth(1).waitFor();
      await shows('today');
      await goes('card');
      await page.locator('#what').fill('0000');
      await page.keyboard.press('Enter');
      await page.locator('.paper h2').waitFor();
      await shows('no card found');
      await page.locator('#what').fill(liNa.phone);
      await page.keyboard.press('Enter');
      // One card alone is opened at once.
      await page.locator('.facts').waitFor();
      await shows('cards found');
      await page.locator('#what').fill(zhaoLei.number.slice(-4));
      await page.keyboard.press('Enter');
      await page.locator('.facts').waitFor();
      await shows('a card');
      const lifts = page.locator('.facts button').first();
      await lifts.click();
      await page.locator('dialog[open] input').fill('the customer was at the branch');
      await shows('a reason is asked for');
      await page.keyboard.press('Enter');
      await said.waitFor();
      await shows('a second person is asked');
      await goes('approvals');
      await page.locator('span.answers').waitFor();
      await shows('what waits for a second person');
      const other = await opens(look);
      await logsIn(other, 'zhou.min');
      await other.goto(`${service.url}/operator#approvals`);
      await other.locator('span.answers').waitFor();
      await shows('what one can approve', other);
      await other.getByRole('button', { name: words.approve, exact: true }).click();
      await other.locator('dialog[open] input').fill('I have seen the form');
      await other.keyboard.press('Enter');
      await other.locator('.said:not(:empty)').waitFor();
      await other.getByText(words.noneWait).waitFor();
      await shows('approved', other);
      await goes('trail');
      await shows('the trail, nothing sought');
      await page.locator('.seek button[type=submit]').click();
      await page.getByText('freezeLifted').first().waitFor();
      await shows('the trail');
      await service.anchors();
      await page.getByRole('button', { name: words.verify, exact: true }).click();
      await said.filter({ hasNotText: words.verifying }).waitFor();
      await shows('verified');
      await page.route('**/operator/**', (route) => route.abort());
      await page.locator('.seek button[type=submit]').click();
      await said.filter({ hasText: words.failed }).waitFor();
      await shows('no answer');
    });

  it('is drawn as its hash says', () => gallery.ends());
});
