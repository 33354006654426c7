import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, overflow } from '../../browser/chatPage.ts';
import { launchBrowser } from '../../browser/launchBrowser.ts';
import { emptySqlite } from '../../databases/sqlite.ts';
import { OperatorService } from '../../services/operatorPage/operatorService.ts';
import { zhaoLei } from '../../services/testBank.ts';
import { playDay } from './playDay.ts';

const pictures = process.env.PICTURES_DIR;
/** What the pages of documents show of them. */
const shown = ['today-en-US-1280'];

describe('the operator’s page in a browser', function () {
  this.timeout(120_000);
  let browser: Browser;
  let service: OperatorService;
  let page: Page;

  before(async () => {
    [browser, service] = await Promise.all([launchBrowser(), OperatorService.open(emptySqlite)]);
    await playDay(service);
  });
  after(async () => {
    await browser.close();
    await service.close();
  });
  afterEach(() => page?.context().close());

  async function opens(login: string, { locale = 'en-US', width = 1280, height = 900 } = {}): Promise<void> {
    const context = await browser.newContext({
      locale,
      viewport: { width, height },
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(30_000);
    page = await context.newPage();
    await page.goto(`${service.url}/operator`);
    await page.locator('a.button').click();
    await page.locator(`a[href*="code=${login}"]`).click();
    await page.locator('.tabs').waitFor();
  }

  async function looksRight(name: string): Promise<void> {
    if (pictures && shown.includes(name))
      await page.screenshot({ path: join(pictures, `operator-${name}.png`) });
    assert.equal(await overflow(page), 0, name);
    assert.deepEqual(await axeFindings(page), [], name);
  }

  for (const [locale, width] of [
    ['en-US', 1280],
    ['zh-CN', 1280],
    ['zh-HK', 360],
  ] as const)
    it(`shows how the day goes, in ${locale} on ${width} pixels`, async () => {
      await opens('lin.yating', { locale, width });
      await page.locator('.tiles').first().waitFor();
      assert.equal(await page.locator('.tiles dd').first().textContent(), '300');
      await looksRight(`today-${locale}-${width}`);
    });

  it('says that the bot’s half is away, and shows the rest', async () => {
    await opens('lin.yating');
    await page.route('**/operator/figures?*', async (route) => {
      const read = await (await route.fetch()).json();
      const away = { conversations: null, isBotAway: true, cases: [], missed: null };
      await route.fulfill({ json: { ...read, ...away } });
    });
    await page.getByRole('button', { name: 'Week' }).click();
    await page.getByText('The bot’s half does not answer now').waitFor();
    assert.ok(await page.getByRole('heading', { name: 'Right now' }).isVisible());
    await looksRight('away');
  });

  it('shows what was most often not understood', async () => {
    await opens('lin.yating');
    await page.getByRole('cell', { name: 'can you • sing' }).waitFor();
  });

  it('finds a card, lifts its freeze with a reason, and shows that in the trail, by keyboard', async () => {
    await opens('tayo.oduya');
    await page.goto(`${service.url}/operator#card`);
    await page.locator('#what').fill(zhaoLei.number.slice(-4));
    await page.keyboard.press('Enter');
    await page.locator('.facts').waitFor();
    await looksRight('card');
    await page.getByRole('button', { name: 'Lift' }).first().press('Enter');
    await page.keyboard.type('the customer was at the branch');
    await page.keyboard.press('Enter');
    await page.getByText('Done.').waitFor();
    await page.getByText('freezeLifted').waitFor();
    await page.goto(`${service.url}/operator#trail`);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText('freezeLifted').waitFor();
    await looksRight('trail');
  });

  it('leaves with the log-out, and asks who comes to log in', async () => {
    await opens('tayo.oduya');
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.locator('a.button').waitFor();
    await looksRight('login');
  });
});
