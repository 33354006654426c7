import type { Browser, Page } from 'playwright-core';
import { nearestLanguage } from '../../../kit/nearestLanguage.ts';
import { instant } from '../../../kit/time.ts';
import { Cards } from '../../../services/tables/card.ts';
import { ClaimedUnfreezings } from '../../../services/tables/unfreezing.ts';
import { operatorPage } from '../../../words/operatorPage.ts';
import { launchBrowser } from '../../browser/launchBrowser.ts';
import { emptySqlite } from '../../databases/sqlite.ts';
import { OperatorService } from '../../services/operatorPage/operatorService.ts';
import { liNa, type TestBank, zhaoLei } from '../../services/testBank.ts';
import { playDay } from '../operator/playDay.ts';
import { Gallery, type Look, looks, nameOf } from './gallery.ts';

/** An unfreezing that another card system was asked for and has not answered. */
async function openUnfreezing({ store, now, card }: TestBank): Promise<void> {
  const reference = await card(zhaoLei.number);
  const { customerId } = await store.read((manager) => manager.findOneByOrFail(Cards, { reference }));
  const asked = {
    id: 'b1a3a5b2-6f0a-4a53-9c3e-0d6f4a1c2b7e',
    authenticationRequest: 'request',
    envelopeId: 'envelope',
  };
  const about = { card: reference, lastFour: zhaoLei.number.slice(-4), cardVersion: 1, customerId };
  const how = {
    freezes: ['abnormalTransaction' as const],
    language: 'en' as const,
    channel: 'webChat' as const,
  };
  const open = { claimedAt: instant(now()), idempotencyKey: null, answer: null, concludedAt: null };
  await store.transaction([], (manager) =>
    manager.insert(ClaimedUnfreezings, { ...asked, ...about, ...how, ...open, reservedVersion: 1 }),
  );
}

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
    const webhooksTo = { url: 'http://127.0.0.1:9', secrets: [] };
    service = await OperatorService.open(emptySqlite, { fourEyes: true, webhooksTo });
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
      await page.locator('.facts button', { hasText: words.freeze }).last().click();
      await shows('a reason for a freeze is chosen');
      await page.keyboard.press('Escape');
      await goes('matters');
      await page.getByText(words.noneOpen).waitFor();
      await shows('nothing is open');
      await openUnfreezing(service.bank);
      await page.reload();
      await page.locator('.waits').waitFor();
      await page.locator('input[type=datetime-local]').first().fill('2026-11-24T08:30');
      await shows('an unfreezing without a known end');
      await page.getByRole('button', { name: words.settledAs.unfrozen, exact: true }).click();
      await shows('it has to be looked up');
      await page.keyboard.press('Escape');
      await goes('approvals');
      await page.locator('.waits').waitFor();
      await shows('what waits for a second person');
      const other = await opens(look);
      await logsIn(other, 'zhou.min');
      await other.goto(`${service.url}/operator#approvals`);
      await other.locator('.waits').waitFor();
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
