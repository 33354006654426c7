import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { seconds } from '../../../kit/time.ts';
import { axeFindings, overflow, smallerThan } from '../../browser/chatPage.ts';
import { launchBrowser } from '../../browser/launchBrowser.ts';
import { Witness } from '../../browser/witness.ts';
import { textForms } from '../../services/profiles/forms.ts';
import { FormService } from '../../services/secureForm/formService.ts';
import { liNa, wangWei, zhaoLei, zhengKai } from '../../services/testBank.ts';

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

  /** Readable, accessible, easily hit, and without a complaint. */
  async function looksRight(): Promise<void> {
    assert.equal(await overflow(page), 0);
    assert.deepEqual(await smallerThan(page, 44), []);
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
    assert.equal(await page.locator('#page').getAttribute('data-outcome'), 'unfrozen');
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

describe('the page where a code is entered', function () {
  this.timeout(60_000);
  let browser: Browser;
  let service: FormService;
  let page: Page;
  let witness: Witness;

  before(async () => {
    const texts = textForms({ bank: 'hk', countries: new Map() });
    [browser, service] = await Promise.all([launchBrowser(), FormService.open(undefined, texts)]);
  });
  after(async () => {
    await browser.close();
    await service.close();
  });
  afterEach(() => page?.context().close());

  async function opens({ width = 360, height = 740, locale = 'en-US', path = '/s' } = {}): Promise<void> {
    const context = await browser.newContext({
      locale,
      viewport: { width, height },
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(20_000);
    page = await context.newPage();
    witness = await Witness.of(page);
    await page.goto(`${service.url}${path}`);
    await page.locator('#code:focus').waitFor();
  }
  const headline = (words: string) => page.getByRole('heading', { name: words }).waitFor();
  async function looksRight(picture: string): Promise<void> {
    const folder = process.env.LOOK_DIR;
    if (folder) await page.screenshot({ path: join(folder, `${picture}.png`), fullPage: true });
    assert.equal(await overflow(page), 0);
    assert.deepEqual(await smallerThan(page, 44), []);
    assert.deepEqual(await axeFindings(page), []);
    assert.deepEqual(await witness.complaints(), []);
  }
  async function enters(typed: string): Promise<void> {
    await page.locator('#code').fill(typed);
    await page.keyboard.press('Enter');
  }
  const says = (words: string) => page.getByRole('alert').filter({ hasText: words }).waitFor();

  for (const [width, height] of [
    [360, 740],
    [1280, 800],
  ] as const)
    it(`takes a code, shows what was begun, and unfreezes by keyboard alone, ${width} px wide`, async () => {
      const { number, identityDocument, transactionPassword } = width === 360 ? zhengKai : wangWei;
      const { id, code } = await service.code(number);
      await opens({ width, height });
      await looksRight(`entry-${width}`);
      for (const [typed, words] of [
        ['', 'Please enter the code.'],
        ['1234 5678 9012B', 'A code has digits only.'],
        ['1234 5678', 'has 13 digits, and this has 8'],
        ['6200000000000011114', 'looks like a card number'],
        ['1234567890123', 'We do not know this code.'],
      ] as const) {
        await enters(typed);
        await says(words);
      }
      await looksRight(`entry-wrong-${width}`);
      // As a phone with a Chinese keyboard writes it.
      await enters(code.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))));
      await page.locator('#identityDocument').waitFor();
      await looksRight(`entry-open-${width}`);
      await page.reload();
      await page.locator('#identityDocument').fill(identityDocument);
      await page.locator('#transactionPassword').fill(transactionPassword);
      await page.keyboard.press('Enter');
      await page.locator('.outcome').waitFor();
      assert.equal(await service.state(id), 'unfrozen');
      await looksRight(`entry-done-${width}`);
      for (const secret of [identityDocument, transactionPassword])
        assert.deepEqual(await witness.tracesOf(secret), []);
      await page.reload();
      await page.locator('#code:focus').waitFor();
    });

  it('is read in another language by the switch, before and after the code', async () => {
    const { code } = await service.code(liNa.number);
    await opens();
    await page.getByRole('link', { name: '繁體中文' }).click();
    await headline('請輸入簡訊中的代碼');
    await looksRight('entry-zh-Hant-360');
    await enters(code);
    await headline('解凍銀行卡');
    await page.getByRole('link', { name: 'English' }).click();
    await headline('Unfreeze your card');
    await page.getByText('Asked for by telephone on').waitFor();
    await page.getByRole('button', { name: 'This was not me' }).click();
    await headline('Stopped. Nothing was unfrozen');
  });

  it('asks again for an answer that was lost, and tells a code that another has used', async () => {
    const { code } = await service.code(zhaoLei.number);
    await opens();
    let sent = 0;
    await page.route('**/s/code', async (route) => {
      sent += 1;
      await route.fetch();
      return sent === 1 ? route.abort() : route.continue();
    });
    await enters(code);
    await says('It could not be sent.');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.locator('#transactionPassword').waitFor();
    await page.context().close();
    await opens();
    await enters(code);
    await says('This code was entered already');
  });

  it('takes the first eight digits where the conversation has opened it, and keeps nothing of that in its address', async () => {
    const { page: address, code } = await service.codeHere(liNa.number);
    await opens({ path: address });
    assert.equal(page.url(), `${service.url}/s`);
    await page.getByText('the first 8 of its 13 digits are enough').waitFor();
    await enters('1234 567');
    await says('Please enter the first 8 digits of the code, or all 13. This has 7.');
    await looksRight('entry-here-360');
    await enters(code.slice(0, 9));
    await page.locator('#transactionPassword').waitFor();
  });

  it('freezes a card again by the code of its notice, and leaves it where it was the reader', async () => {
    const code = await service.notice();
    await opens();
    await enters(code);
    await headline('Card ending');
    await looksRight('notice-360');
    await page.getByRole('button', { name: 'It was me' }).click();
    await headline('Thank you. Nothing was changed');
    await page.reload();
    await enters(code);
    await page.getByRole('button', { name: 'Freeze it again now' }).click();
    await headline('The card is frozen again');
    await looksRight('notice-frozen-360');
  });
});

describe('the page of a secure link where a consent is wanted', function () {
  this.timeout(60_000);
  let browser: Browser;
  let service: FormService;
  let page: Page;

  before(async () => {
    const texts = textForms({ bank: 'cn', countries: new Map() });
    [browser, service] = await Promise.all([launchBrowser(), FormService.open(undefined, texts)]);
  });
  after(async () => {
    await browser.close();
    await service.close();
  });
  afterEach(() => page?.context().close());

  async function opens(): Promise<Witness> {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 360, height: 740 } });
    context.setDefaultTimeout(20_000);
    page = await context.newPage();
    const witness = await Witness.of(page);
    await page.goto(`${service.url}/s`);
    await page.locator('#code').fill((await service.code(liNa.number)).code);
    await page.keyboard.press('Enter');
    await page.locator('.consent').waitFor();
    return witness;
  }

  it('asks for it before any field, and leads to a person without it', async () => {
    const witness = await opens();
    assert.equal(await page.locator('#identityDocument').isVisible(), false);
    const folder = process.env.LOOK_DIR;
    if (folder) await page.screenshot({ path: join(folder, 'consent-360.png'), fullPage: true });
    assert.equal(await overflow(page), 0);
    assert.deepEqual(await axeFindings(page), []);
    await page.getByRole('button', { name: '不同意' }).click();
    await page.getByRole('heading', { name: '可以由工作人员为您办理' }).waitFor();
    await page.getByText('+12025550100').first().waitFor();
    assert.deepEqual(await witness.complaints(), []);
    // Nothing has ended: who thinks better of it goes on.
    await page.reload();
    await page.getByRole('button', { name: '同意', exact: true }).click();
    await page.locator('#identityDocument').fill(liNa.identityDocument);
    await page.locator('#transactionPassword').fill(liNa.transactionPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '尾号 1114 的银行卡已解冻' }).waitFor();
  });
});
