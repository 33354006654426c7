import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ordinarySentences } from '../../dialogs/messages/wording.ts';
import type { Language } from '../../kit/language.ts';
import type { MessageId } from '../../words/conversation.ts';
import { deskPage } from '../../words/deskPage.ts';
import { axeFindings, type ChatPage, openChat } from '../browser/chatPage.ts';
import { launchBrowser } from '../browser/launchBrowser.ts';
import { PhonePage } from '../browser/phonePage.ts';
import { Witness } from '../browser/witness.ts';
import { patient } from '../runs/pace.ts';
import { zhaoLei } from '../services/testBank.ts';
import { Thawline } from './thawline.ts';

const lastFour = zhaoLei.number.slice(-4);
/** The words of each person, as people type them and not as buttons have them. */
const languages: readonly { language: Language; locale: string; key: string; ask: string; card: string }[] = [
  {
    ...{ language: 'en', locale: 'en-US', key: '3' },
    ...{ ask: 'I want to talk to a person', card: 'my card is' },
  },
  { ...{ language: 'zh-Hans', locale: 'zh-CN', key: '1' }, ...{ ask: '转人工客服', card: '我的卡号是' } },
  { ...{ language: 'zh-Hant', locale: 'zh-TW', key: '2' }, ...{ ask: '轉真人客服', card: '我的卡號是' } },
];

describe('two people in two browsers', function () {
  this.timeout(180_000);
  let browser: Browser;
  let thawline: Thawline;
  let agent: Page;
  /** All that the agent's browser has got. */
  let received = '';
  before(async () => {
    const settings = { DESK: 'on', AGENT_LINES: 'chen.jie=sip:chen.jie@pbx.bank.example' };
    [browser, thawline] = await Promise.all([launchBrowser(), Thawline.started(settings)]);
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed())
      process.stderr.write(`${await agent.locator('body').innerText()}\n${thawline.failures}\n`);
    await agent.context().close();
    await freezesAgain();
  });
  after(async () => {
    for (const secret of [zhaoLei.transactionPassword, zhaoLei.number, zhaoLei.phone])
      for (const form of [
        secret,
        Buffer.from(secret).toString('base64'),
        Buffer.from(secret).toString('hex'),
      ])
        assert.ok(!received.includes(form), 'the desk has got what was secret');
    await browser.close();
    await thawline.close();
  });

  async function freezesAgain(): Promise<void> {
    const { [lastFour]: card } = await thawline.cards();
    if (!card || card.status === 'frozen') return;
    const words = ['cards', 'freeze', card.card, 'transactionPasswordErrors'];
    const { code, err } = await thawline.run('cli/thawline.ts', words);
    assert.equal(code, 0, err);
  }

  /** The desk of an agent who has logged in. */
  async function atDesk({ locale }: { locale: string }): Promise<Page> {
    const context = await browser.newContext({ locale, viewport: { width: 1280, height: 1180 } });
    context.setDefaultTimeout(patient(20_000));
    const page = await context.newPage();
    await Witness.of(page);
    page.on('response', async (response) => {
      if (response.url().includes('/desk/api/')) received += await response.text().catch(() => '');
    });
    await page.goto(`${thawline.url}/desk`);
    await page.locator('main a.submit').click();
    await page.getByRole('link', { name: 'Chen Jie 陈洁' }).click();
    await page.locator('.bar').waitFor();
    return page;
  }

  /** Takes the case that waits. */
  async function takes(): Promise<void> {
    await agent.locator('ul[aria-labelledby="heading-queue"] .case').first().click();
    await agent.locator('.actions .submit').first().click();
    await agent.locator('.pass').waitFor();
  }
  const does = (language: Language, what: 'authenticate' | 'unfreeze' | 'close') =>
    agent.getByRole('button', { name: deskPage[language][what], exact: true }).click();
  const sees = (language: Language, what: 'matched' | 'unfrozen') =>
    agent.locator('.line.desk', { hasText: deskPage[language].says[what] }).last().waitFor();

  async function picture(name: string, page: Page): Promise<void> {
    assert.deepEqual(await axeFindings(page), []);
    const folder = process.env.PICTURES_DIR ?? join(thawline.folder, 'pictures');
    mkdirSync(folder, { recursive: true });
    await page.mouse.move(0, 0);
    await page.mouse.wheel(0, -5000);
    await page.screenshot({ path: join(folder, `${name}.png`) });
  }

  for (const { language, locale, key, ask, card } of languages) {
    /** Before what it says of the case. */
    const known = { caseId: '□', place: '□' };
    const words = (id: MessageId, facts = {}) =>
      ordinarySentences.text(language, id, { ...known, ...facts }).replace(/□.*/s, '');
    const speech = (id: MessageId, facts = {}) =>
      ordinarySentences
        .speech(language, id, { ...known, ...facts })
        .replace(/□.*/s, '')
        // Digits that stand apart for a voice are one number in the document.
        .replace(/(?<=\d) (?=\d)/g, '');

    it(`unfreeze a card on the web, in ${language}`, async () => {
      agent = await atDesk({ locale });
      const chat: ChatPage = await openChat(browser, { baseUrl: thawline.url, locale });
      await chat.say(ask);
      await chat.waitForMessage('person.queued');
      await takes();
      await chat.waitForMessage('person.here');
      await chat.say(`${card} ${zhaoLei.number}`);
      await agent.locator('.line.customer', { hasText: lastFour }).last().waitFor();
      await does(language, 'authenticate');
      await chat.waitForMessage('unfreeze.confirm');
      await chat.choose(words('choice.yes'));
      await chat.waitForMessage('transactionPassword.ask');
      await chat.waitForWholeForm();
      await chat.fillSecureForm(zhaoLei.transactionPassword, 'transactionPassword');
      await chat.waitForMessage('outcome.matched');
      await sees(language, 'matched');
      assert.equal((await thawline.cards())[lastFour]?.status, 'frozen', 'a match alone unfreezes nothing');
      if (language !== 'zh-Hant') await picture(`desk-${language}`, agent);
      await does(language, 'unfreeze');
      await chat.waitForMessage('outcome.unfrozen');
      await sees(language, 'unfrozen');
      assert.equal((await thawline.cards())[lastFour]?.status, 'active');
      await does(language, 'close');
      await chat.waitForMessage('person.closed');
      await chat.assertNoComplaints();
      await chat.close();
    });

    it(`unfreeze a card by SMS, in ${language}`, async () => {
      agent = await atDesk({ locale });
      const phone = await PhonePage.open(browser, { baseUrl: thawline.url, locale });
      await phone.page.locator('.phone__caller').selectOption(zhaoLei.phone);
      await phone.text(ask, words('person.queued'));
      await takes();
      await phone.got(words('person.here').slice(0, 12));
      await phone.page.locator('.messages__field').fill(`${card} ${zhaoLei.number}`);
      await phone.page.locator('.messages__field').press('Enter');
      await agent.locator('.line.customer', { hasText: lastFour }).last().waitFor();
      await does(language, 'authenticate');
      await phone.got(words('unfreeze.confirm', { lastFour }));
      await phone.text('1', words('transactionPassword.ask').slice(0, 8));
      await phone.text(zhaoLei.transactionPassword, words('outcome.matched', { lastFour }));
      await sees(language, 'matched');
      await does(language, 'unfreeze');
      await phone.got(words('outcome.unfrozen', { lastFour }).slice(0, 20));
      await sees(language, 'unfrozen');
      assert.equal((await thawline.cards())[lastFour]?.status, 'active');
      await does(language, 'close');
      await phone.assertNoComplaints();
      await phone.close();
    });

    it(`unfreeze a card by telephone, in ${language}`, async () => {
      agent = await atDesk({ locale });
      const phone = await PhonePage.open(browser, { baseUrl: thawline.url, locale });
      await phone.call(zhaoLei.phone);
      await phone.waitFor('廣東話');
      await phone.press(key);
      await phone.waitFor(speech('choice.agent'));
      await phone.press('2');
      await phone.press(`${lastFour}#`);
      await phone.waitFor(speech('unfreeze.confirm', { lastFour }).slice(0, 10));
      await phone.press('0');
      await takes();
      await phone.shown('dialling').waitFor();
      await does(language, 'authenticate');
      await phone.shown('dialling').waitFor({ state: 'detached' });
      await phone.waitFor(speech('unfreeze.confirm', { lastFour }).slice(0, 10));
      await phone.press('1');
      await phone.waitFor(speech('transactionPassword.ask').slice(0, 10));
      await phone.press(`${zhaoLei.transactionPassword}#`);
      await phone.waitFor(speech('person.goesOn'));
      await phone.shown('dialling').waitFor();
      await sees(language, 'matched');
      if (language === 'en') await picture('desktop-en-put-through', phone.page);
      await does(language, 'unfreeze');
      await sees(language, 'unfrozen');
      assert.equal((await thawline.cards())[lastFour]?.status, 'active');
      await phone.shown('dialling').waitFor();
      await does(language, 'close');
      await phone.waitFor(speech('person.closed'));
      await phone.page.locator('.phone__hang-up').click();
      await phone.shown('ended').waitFor();
      await phone.assertNoComplaints();
      await phone.close();
    });
  }
});
