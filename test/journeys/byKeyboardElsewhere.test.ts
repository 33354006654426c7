import assert from 'node:assert/strict';
import type { Browser, Frame, Page } from 'playwright-core';
import { ordinarySentences } from '../../dialogs/messages/wording.ts';
import type { MessageId } from '../../words/conversation.ts';
import { embed } from '../../words/embed.ts';
import { secureForm } from '../../words/secureForm.ts';
import { telephonePage } from '../../words/telephonePage.ts';
import { AccessibilityTree } from '../browser/accessibilityTree.ts';
import { BanksPage } from '../browser/banksPage.ts';
import { launchBrowser } from '../browser/launchBrowser.ts';
import { patient } from '../runs/pace.ts';
import { chenJie, liNa, wangWei, zhaoLei, zhengKai } from '../services/testBank.ts';
import { Thawline } from './thawline.ts';

/** What has the focus in a document, through shadow trees: its name, and whether it can be seen to have it. */
const focused = `(() => {
  let one = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  const name = one?.getAttribute('aria-label') ?? one?.labels?.[0]?.textContent ?? one?.textContent ?? '';
  return { name: name.trim(), seen: one ? getComputedStyle(one).outlineStyle !== 'none' : false };
})()`;

describe('the whole unfreezing beside the chat page, by keyboard alone and by the accessibility tree', function () {
  this.timeout(120_000);
  let browser: Browser;
  let thawline: Thawline;
  let banksPage: BanksPage;
  let page: Page;
  before(async () => {
    banksPage = await BanksPage.served();
    [browser, thawline] = await Promise.all([
      launchBrowser(),
      Thawline.started({ WEBCHAT_ORIGINS: banksPage.origin }),
    ]);
  });
  beforeEach(async () => {
    const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(patient(20_000));
    page = await context.newPage();
  });
  afterEach(() => page?.context().close());
  after(async () => {
    await browser.close();
    banksPage.close();
    await thawline.close();
  });

  const words = (messageId: MessageId) => ordinarySentences.text('en', messageId);
  const status = async ({ number }: { number: string }) => (await thawline.cards())[number.slice(-4)]?.status;

  /** Presses a key until the focus is on what has this name, and can be seen to have it. */
  async function tabsTo(name: string, within: Page | Frame = page, key = 'Tab'): Promise<void> {
    const met: string[] = [];
    for (let presses = 0; presses < 60; presses++) {
      const reached = (await within.evaluate(focused)) as { name: string; seen: boolean };
      met.push(reached.name);
      if (reached.name === name) return assert.ok(reached.seen, `${name} shows no focus`);
      await page.keyboard.press(key);
    }
    assert.fail(`the keyboard does not come to ${name}, but to ${met.join(' | ')}`);
  }

  /** Whoever has a form in front of them, and has asked for a link. */
  async function asksForLink({ number }: { number: string }, phone: string): Promise<string> {
    const chat = await thawline.start();
    for (const said of [number, 'unfreeze', 'yes', 'send me a link']) await thawline.say(chat, said);
    return `${await thawline.newestLink(phone)}?language=en`;
  }

  it('is held by keyboard on a bank’s own page, and Escape leads back to its button', async () => {
    banksPage.holds(
      thawline.url,
      '<html lang="en"><head><title>Bank</title></head><body><script src="https://chat.bank.example/embed.js"></script></body></html>',
    );
    await page.goto(banksPage.origin);
    const { open } = embed.en;
    await page.locator('thawline-chat').getByRole('button', { name: open }).waitFor();
    await tabsTo(open);
    await page.keyboard.press('Enter');
    const inside = page.frameLocator('thawline-chat iframe');
    await inside.locator('[data-message-id="greeting"]').waitFor();
    const frame = page.frames().at(-1) ?? assert.fail('no frame');
    await tabsTo('Type your question', frame);
    await page.keyboard.type(zhengKai.number);
    await page.keyboard.press('Enter');
    await inside.locator('[data-message-id="unfreeze.confirm"]').waitFor();
    await tabsTo(words('choice.yes'), frame, 'Shift+Tab');
    await page.keyboard.press('Enter');
    for (const item of ['identityDocument', 'transactionPassword'] as const) {
      await inside.locator(`[data-item="${item}"] .secure-form__input:focus`).waitFor();
      await page.keyboard.type(zhengKai[item]);
      await page.keyboard.press('Enter');
    }
    await inside.locator('[data-result="unfrozen"]').waitFor();
    assert.equal(await status(zhengKai), 'active');
    await page.keyboard.press('Escape');
    await page.locator('thawline-chat section').waitFor({ state: 'hidden' });
    assert.equal(((await page.evaluate(focused)) as { name: string }).name, open);
  });

  it('is held by the accessibility tree on a bank’s own page', async () => {
    banksPage.holds(
      thawline.url,
      '<html lang="en"><head><title>Bank</title></head><body><script src="https://chat.bank.example/embed.js"></script></body></html>',
    );
    await page.goto(banksPage.origin);
    const outside = await AccessibilityTree.of(page);
    await outside.press('button', embed.en.open);
    await outside.find('region', 'Card service');
    await outside.find('Iframe', 'Card service');
    await page.frameLocator('thawline-chat iframe').locator('[data-message-id="greeting"]').waitFor();
    const tree = await AccessibilityTree.of(page, true);
    await tree.write('Type your question', chenJie.number);
    await tree.press('button', words('choice.yes'));
    for (const item of ['identityDocument', 'transactionPassword'] as const) {
      const label = words(`form.${item}.label`);
      await tree.find('form', words('form.title'));
      await tree.find('textbox', label);
      await tree.write(label, chenJie[item]);
    }
    await tree.find('heading', words('result.unfrozen'));
    assert.equal(await status(chenJie), 'active');
  });

  it('is held by keyboard on the page of a link', async () => {
    await page.goto(await asksForLink(wangWei, '+12025550102'));
    const { items, open } = secureForm.en;
    await page.locator('#identityDocument:focus').waitFor();
    await page.keyboard.type(wangWei.identityDocument);
    await tabsTo(items.transactionPassword.label);
    await page.keyboard.type(wangWei.transactionPassword);
    await tabsTo(open.submit);
    await page.keyboard.press('Enter');
    await page.locator('#page[data-outcome="unfrozen"]').waitFor();
    assert.equal(await status(wangWei), 'active');
  });

  it('is held by the accessibility tree on the page of a link', async () => {
    await page.goto(await asksForLink(liNa, '+12025550101'));
    const tree = await AccessibilityTree.of(page);
    const { items, shell } = secureForm.en;
    await tree.find('heading', shell.title);
    await tree.find('textbox', items.identityDocument.label);
    await tree.write(items.identityDocument.label, liNa.identityDocument);
    // Enter has sent what was not whole: what is wrong is told of the field.
    const password = await tree.find('textbox', items.transactionPassword.label);
    assert.equal(password.is.invalid, 'true');
    await tree.write(items.transactionPassword.label, liNa.transactionPassword);
    await tree.find('heading', 'Your card ending 1114 is unfrozen');
    assert.equal(await status(liNa), 'active');
  });

  it('is held by keyboard and by the accessibility tree on the telephone in the browser', async () => {
    const { call, sound, keypad, phone } = telephonePage.en;
    await page.goto(`${thawline.url}/phone?language=en`);
    await page.locator('.phone__call').waitFor();
    const tree = await AccessibilityTree.of(page);
    await tree.find('region', phone);
    await tree.find('group', keypad);
    await page.locator('.phone__caller').selectOption('+12025550104');
    await tabsTo(sound);
    await page.keyboard.press('Space');
    await tabsTo(call, page, 'Shift+Tab');
    await page.keyboard.press('Enter');
    const hears = (said: string) => tree.find('StaticText', new RegExp(said));
    await hears('廣東話');
    await tree.press('button', '3');
    await hears('To check a card');
    // The keyboard is a keypad too.
    await page.keyboard.press('2');
    await hears('say your card number');
    await page.keyboard.type(`${zhaoLei.number}#`);
    await hears('Shall I unfreeze the card ending 4446');
    await page.keyboard.press('1');
    await hears('six-digit transaction password, then');
    await page.keyboard.type(`${zhaoLei.transactionPassword}#`);
    await hears('Card 4446 is unfrozen');
    assert.equal(await status(zhaoLei), 'active');
    const nameless = (await tree.all()).filter(
      ({ role, name }) => ['button', 'link', 'textbox', 'combobox', 'checkbox'].includes(role) && name === '',
    );
    assert.deepEqual(nameless, []);
  });
});
