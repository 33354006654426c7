import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser/launchBrowser.ts';
import { PhonePage } from '../browser/phonePage.ts';
import { liNa, wangWei, zhaoLei } from '../services/testBank.ts';
import { Thawline } from './thawline.ts';

describe('the telephone in the browser', function () {
  this.timeout(60_000);
  let browser: Browser;
  let thawline: Thawline;
  let phone: PhonePage | undefined;

  before(async () => {
    [browser, thawline] = await Promise.all([launchBrowser(), Thawline.started()]);
  });
  afterEach(() => phone?.close());
  after(async () => {
    await browser.close();
    await thawline.close();
  });

  /** The pictures that the README shows; `npm run pictures` draws them anew in its folder. */
  async function picture(name: string, page: PhonePage): Promise<void> {
    assert.deepEqual(await page.axe(), []);
    assert.ok((await page.overflow()) <= 0, 'nothing scrolls sideways');
    const folder = process.env.PICTURES_DIR ?? join(thawline.folder, 'pictures');
    mkdirSync(folder, { recursive: true });
    await page.page.mouse.move(0, 0);
    await page.page.screenshot({ path: join(folder, `${name}.png`) });
  }

  it('unfreezes a card by keys on a desktop, and shows what is said and answered', async () => {
    const page = await PhonePage.open(browser, { baseUrl: thawline.url, locale: 'en-US', height: 940 });
    phone = page;
    await page.call('+12025550101');
    await page.waitFor('廣東話');
    await page.press('3');
    await page.waitFor('To check a card');
    await page.press('2');
    await page.waitFor('say your card number');
    await page.press(`${liNa.number}#`);
    await page.waitFor('Shall I unfreeze the card ending 1114?');
    await page.press('1');
    await page.waitFor('identity document number, then');
    await page.press(`${liNa.identityDocument.replace('X', '*')}#`);
    await page.waitFor('six-digit transaction password, then');
    await page.press(`${liNa.transactionPassword}#`);
    await page.waitFor('Card 1114 is unfrozen');
    await page.waitFor('To unfreeze one');
    assert.match(await page.document(), /<Gather action="\/twilio\/voice\/steps\/7".*\n\s+<Say/);
    await picture('desktop-en-telephone', page);
    await page.got('尾号 1114 的银行卡已于');
    await page.page.locator('.phone__hang-up').click();
    await page.shown('ended').waitFor();
    const transcript = await page.transcript();
    for (const secret of [liNa.identityDocument.slice(0, 17), liNa.transactionPassword]) {
      assert.ok(!transcript.replaceAll(/\D/g, '').includes(secret));
    }
    await page.assertNoComplaints();
    assert.equal((await thawline.cards())['1114']?.status, 'active');
  });

  it('writes messages that are answered, with choices by their numbers, and gets the receipt', async () => {
    const page = await PhonePage.open(browser, { baseUrl: thawline.url, locale: 'en-US', height: 940 });
    phone = page;
    await page.page.locator('.phone__caller').selectOption('+12025550104');
    await page.text(`unfreeze ${zhaoLei.number}`, '1 Yes, unfreeze it');
    await page.text('1', 'six-digit transaction password');
    await page.text(zhaoLei.transactionPassword, 'The card ending 4446 is unfrozen');
    await page.got('Your card ending 4446 was unfrozen on');
    await picture('desktop-en-messages', page);
    assert.match(await page.document(), /<Message/);
    await page.assertNoComplaints();
  });

  it('fits a phone of 320 pixels, in Traditional Chinese, and hears what is typed as speech', async () => {
    const page = await PhonePage.open(browser, {
      ...{ baseUrl: thawline.url, locale: 'zh-TW', width: 320, height: 640 },
    });
    phone = page;
    await page.call('');
    await page.waitFor('廣東話');
    await page.press('4');
    await page.waitFor('找職員請按');
    await page.page.locator('.phone__speech').fill('我的卡被凍結了');
    await page.page.locator('.phone__speech').press('Enter');
    await page.waitFor('說出卡號');
    await page.press(`${wangWei.number}#`);
    await page.waitFor('要解凍尾四位 2228 的卡片嗎');
    await page.waitFor('先不解凍請按 2');
    assert.ok(await page.page.locator('.messages__field').isDisabled(), 'a hidden number gets no messages');
    await picture('phone-zh-Hant-telephone', page);
    await page.assertNoComplaints();
  });
});
