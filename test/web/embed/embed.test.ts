import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { BanksPage } from '../../browser/banksPage.ts';
import { ChatService } from '../../browser/chatService.ts';
import { launchBrowser } from '../../browser/launchBrowser.ts';
import { Witness } from '../../browser/witness.ts';

const example = readFileSync(new URL('../../../docs/embed-example.html', import.meta.url), 'utf8');

/** An expression for a part of the element, to be evaluated in the page around it. */
const inChat = (selector: string) =>
  `document.querySelector('thawline-chat').shadowRoot.querySelector('${selector}')`;

describe('the chat on a bank’s own page', function () {
  this.timeout(60_000);
  let browser: Browser;
  let banksPage: BanksPage;
  let chat: ChatService;
  let page: Page;

  before(async () => {
    [browser, banksPage] = await Promise.all([launchBrowser(), BanksPage.served()]);
    chat = await ChatService.open({ webChatOrigins: [banksPage.origin] });
  });
  after(async () => {
    await browser.close();
    banksPage.close();
    await chat.close();
  });
  afterEach(() => page?.context().close());

  async function opened(html: string, width = 1024): Promise<Witness> {
    banksPage.holds(chat.url, html);
    const context = await browser.newContext({ locale: 'en-US', viewport: { width, height: 740 } });
    page = await context.newPage();
    const witness = await Witness.of(page);
    await page.goto(banksPage.origin);
    return witness;
  }

  const frame = (): FrameLocator => page.frameLocator('thawline-chat iframe');

  async function converses(): Promise<void> {
    await frame().locator('[data-message-id="greeting"]').waitFor();
    const box = frame().locator('.send__input');
    await box.fill('hello');
    await box.press('Enter');
    await frame().locator('[data-from="user"]').waitFor();
  }

  it('opens, holds the conversation, and goes on with it after it was closed, under a strict policy', async () => {
    const witness = await opened(example);
    const button = page.getByRole('button', { name: 'Card not working?' });
    assert.equal(
      await page.evaluate(`getComputedStyle(${inChat('.button')}).backgroundColor`),
      'rgb(122, 31, 43)',
    );
    assert.ok(((await button.boundingBox())?.x ?? 1000) < 100, 'on the left');
    await button.click();
    await converses();
    // One header, in the colour that the page has asked for.
    assert.equal(await page.locator('thawline-chat .bar').isVisible(), false);
    const header = frame().locator('.header');
    await header.getByRole('heading', { name: 'Card service' }).waitFor();
    const worn = await header.evaluate((one) => {
      type Styles = { getComputedStyle(of: unknown): { backgroundColor: string; color: string } };
      const { backgroundColor, color } = (globalThis as unknown as Styles).getComputedStyle(one);
      return [backgroundColor, color];
    });
    assert.deepEqual(worn, ['rgb(122, 31, 43)', 'rgb(255, 255, 255)']);
    await header.getByRole('button', { name: 'Close the chat' }).click();
    await page.locator('thawline-chat .panel').waitFor({ state: 'hidden' });
    await button.click();
    await page.getByRole('button', { name: 'Close the chat' }).first().click();
    assert.equal(await page.locator('thawline-chat .panel').isVisible(), false);
    await button.click();
    assert.equal(await frame().locator('[data-from="user"]').count(), 1);
    assert.deepEqual(await witness.complaints(), []);
  });

  it('needs one line only, and speaks the page’s language', async () => {
    await opened(
      '<html lang="zh-HK"><body><script src="https://chat.bank.example/embed.js"></script></body></html>',
    );
    await page.getByRole('button', { name: '卡片不能用？' }).click();
    await frame().locator('html[lang="zh-Hant"]').waitFor();
    await converses();
  });

  it('fills a telephone’s screen, and closes with Escape from inside', async () => {
    await opened(example, 360);
    await page.getByRole('button', { name: 'Card not working?' }).click();
    await converses();
    const panel = page.locator('thawline-chat .panel');
    assert.deepEqual(await panel.boundingBox(), { x: 0, y: 0, width: 360, height: 740 });
    await frame().locator('.send__input').press('Escape');
    await panel.waitFor({ state: 'hidden' });
  });

  it('is shown on no page that is not allowed to hold it', async () => {
    const stranger = await BanksPage.served();
    try {
      stranger.html = example.replaceAll('https://chat.bank.example', chat.url);
      page = await (await browser.newContext({ locale: 'en-US' })).newPage();
      const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
      await page.goto(stranger.origin);
      await page.getByRole('button', { name: 'Card not working?' }).click();
      await refused;
      assert.equal(await frame().locator('[data-message-id]').count(), 0);
    } finally {
      stranger.close();
    }
  });

  it('tells the page around it nothing of the conversation', async () => {
    await opened(example);
    await page.evaluate(
      `globalThis.told = []; addEventListener('message', ({ data }) => told.push(data)); undefined`,
    );
    await page.getByRole('button', { name: 'Card not working?' }).click();
    await converses();
    assert.deepEqual(await page.evaluate('told'), [{ thawline: 'ready' }]);
    assert.equal(await page.evaluate(`${inChat('iframe')}.contentDocument`), null);
  });
});
