// Guards a secret: what is typed leaves the browser sealed or not at all.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { seconds } from '../../../kit/time.ts';
import { axeFindings, overflow } from '../../browser/chatPage.ts';
import { launchBrowser } from '../../browser/launchBrowser.ts';
import { Witness } from '../../browser/witness.ts';
import { FormService } from '../../services/secureForm/formService.ts';
import { liNa, wangWei, zhengKai } from '../../services/testBank.ts';

describe('the page of a secure link', function () {
  this.timeout(60_000);
  let browser: Browser;
  let service: FormService;
  let page: Page;
  let witness: Witness;

  before(async () => {
    [browser, service] = await Promise.all([launchBrowser(), FormService.open()]);
  });
  after(async () => {
    await browser.close();
    await service.close();
  });
  afterEach(() => page?.context().close());

  async function opens(token: string, { width = 320, height = 640, locale = 'en-US' } = {}): Promise<void> {
    const context = await browser.newContext({
      locale,
      viewport: { width, height },
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(20_000);
    page = await context.newPage();
    witness = await Witness.of(page);
    await page.clock.install();
    await page.goto(`${service.url}/s/${token}`);
    await page.locator('h1[tabindex]').waitFor();
  }
  const headline = (words: string) => page.getByRole('heading', { name: words }).waitFor();
  const focused = () => page.evaluate('document.activeElement.id || document.activeElement.localName');

  /** Readable, accessible, and without a complaint. */
  async function looksRight(): Promise<void> {
    assert.equal(await overflow(page), 0);
    assert.deepEqual(await axeFindings(page), []);
    assert.deepEqual(await witness.complaints(), []);
  }

  it('unfreezes a card by keyboard alone on a small phone, says what was wrong, and leaves no trace', async () => {
    const { id, token } = await service.link(zhengKai.number);
    await opens(token);
    await headline('Unfreeze your card');
    assert.equal(await focused(), 'identityDocument');
    const folder = process.env.PICTURES_DIR;
    if (folder) await page.screenshot({ path: join(folder, 'phone-en-link.png') });
    await page.keyboard.type('12345');
    await page.keyboard.press('Enter');
    await page.getByText('and this has 5').waitFor();
    assert.equal(await focused(), 'identityDocument');
    await looksRight();
    await page.locator('#identityDocument').fill(zhengKai.identityDocument);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('000000');
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Tries left: 2' }).waitFor();
    assert.equal(await focused(), 'identityDocument');
    assert.equal(await page.locator('#transactionPassword').inputValue(), '');
    await page.locator('#identityDocument').fill(zhengKai.identityDocument);
    await page.locator('#transactionPassword').fill('000001');
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Tries left: 1' }).waitFor();
    await page.locator('#identityDocument').fill(zhengKai.identityDocument);
    await page.locator('#transactionPassword').fill(zhengKai.transactionPassword);
    await page.keyboard.press('Enter');
    // Too soon: what was typed goes again by itself.
    await page.getByRole('status').filter({ hasText: 'by itself in 3 s' }).waitFor();
    service.bank.passes(3 * seconds);
    await page.clock.fastForward(3 * seconds);
    await headline('Your card ending 9994 is unfrozen');
    assert.equal(await focused(), 'h1');
    assert.equal(await service.state(id), 'unfrozen');
    await looksRight();
    for (const secret of [zhengKai.identityDocument, zhengKai.transactionPassword]) {
      assert.deepEqual(await witness.tracesOf(secret), []);
    }
    await page.reload();
    await headline('This link does not work any more');
    await looksRight();
  });

  it('sends again what was cut off, without having it typed again', async () => {
    const { id, token } = await service.link(liNa.number);
    await opens(token, { width: 1280, height: 800 });
    await headline('解冻银行卡');
    await looksRight();
    await page.locator('#identityDocument').fill(liNa.identityDocument);
    await page.locator('#transactionPassword').fill(liNa.transactionPassword);
    // The second item arrives, and its answer does not.
    let sent = 0;
    await page.route('**/s/information', async (route) => {
      sent += 1;
      if (sent !== 2) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.getByRole('button', { name: '安全提交' }).click();
    await page.getByRole('status').filter({ hasText: '您不必重新输入' }).waitFor();
    await page.getByRole('button', { name: '重新发送' }).click();
    await headline('尾号 1114 的银行卡已解冻');
    assert.equal(await service.state(id), 'unfrozen');
  });

  it('ends where the customer says that it was not them', async () => {
    const { id, token } = await service.link(wangWei.number);
    await opens(token);
    await looksRight();
    await page.getByRole('button', { name: '不是我' }).click();
    await headline('已停止，卡片沒有解凍');
    assert.equal(await focused(), 'h1');
    await looksRight();
    assert.equal(await service.state(id), 'over');
  });
});
