import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { allSurfaces } from '../../bot/openBrand.ts';
import { readBrand } from '../../brand/brandFile.ts';
import { axeFindings } from '../browser/chatPage.ts';
import { ChatService } from '../browser/chatService.ts';
import { launchBrowser } from '../browser/launchBrowser.ts';
import { Witness } from '../browser/witness.ts';
import { FormService } from '../services/secureForm/formService.ts';
import { zhengKai } from '../services/testBank.ts';

/** What somebody sees of two banks on the same built pages. */
const banks = [
  {
    file: 'demo/brand.json',
    bank: 'Demo Bank',
    service: 'Card service',
    header: 'rgb(11, 61, 92)',
    action: 'rgb(11, 61, 92)',
    placeholder: 'Type your question',
    submit: 'Send securely',
    hasLogo: false,
  },
  {
    file: 'docs/brand/harbour.json',
    bank: 'Harbour Bank',
    service: 'Card desk',
    header: 'rgb(91, 26, 78)',
    action: 'rgb(138, 31, 111)',
    placeholder: 'Ask Harbour Bank',
    submit: 'Send to Harbour Bank',
    hasLogo: true,
  },
];

for (const { file, bank, service, header, action, placeholder, submit, hasLogo } of banks)
  describe(`the pages in the brand of ${file}`, function () {
    this.timeout(120_000);
    const brand = readBrand(fileURLToPath(new URL(`../../${file}`, import.meta.url)), allSurfaces);
    let browser: Browser;
    let page: Page;
    let witness: Witness;
    before(async () => {
      browser = await launchBrowser();
    });
    after(() => browser.close());
    beforeEach(async () => {
      const context = await browser.newContext({ locale: 'en-US' });
      page = await context.newPage();
      witness = await Witness.of(page);
    });
    afterEach(() => page.context().close());

    const styleOf = (selector: string, property: string) =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}'))['${property}']`);

    async function wears(): Promise<void> {
      assert.equal(await styleOf('.header', 'backgroundColor'), header);
      assert.equal(await page.locator('.header img.logo').count(), hasLogo ? 1 : 0);
      if (hasLogo) {
        const logo = page.locator('.header img.logo');
        assert.equal(await logo.getAttribute('alt'), bank);
        assert.ok(await page.evaluate(`document.querySelector('.header img.logo').naturalWidth > 0`));
        assert.match(
          (await page.locator('.foot[lang=en]').innerText()).replace(/\s+/g, ' '),
          /harbour\.example.*Help line \+86 21 5555 0100.*Privacy.*Terms.*Complaints/,
        );
        assert.equal(await page.locator('.foot[lang=zh-Hant]').isVisible(), false);
      }
      assert.deepEqual(await witness.complaints(), []);
      assert.deepEqual(await axeFindings(page), []);
    }

    it('are the chat’s', async () => {
      const chat = await ChatService.open({ brand });
      try {
        await page.goto(chat.url);
        await page.getByPlaceholder(placeholder).waitFor();
        assert.equal(await page.title(), `${service} · ${bank}`);
        assert.equal(await page.locator('h1').innerText(), service);
        await wears();
        await page.getByRole('combobox').selectOption('zh-Hans');
        if (!hasLogo) return;
        await page.locator('.foot[lang=zh-Hans]').waitFor();
        await page.setViewportSize({ width: 360, height: 740 });
        await page.locator('.foot[lang=zh-Hans]').waitFor({ state: 'hidden' });
        assert.ok(((await page.locator('.header').boundingBox())?.height ?? 99) < 60, 'one line');
        await page.locator('.options__open').click();
        assert.match(
          (await page.locator('.options__foot').innerText()).replace(/\s+/g, ' '),
          /^客服电话 \+86 21 5555 0100 隐私政策 .*harbour\.example/,
        );
        assert.deepEqual(await axeFindings(page), []);
      } finally {
        await chat.close();
      }
    });

    it('are the secure form’s', async () => {
      const form = await FormService.open(brand);
      try {
        const { token } = await form.link(zhengKai.number);
        await page.goto(`${form.url}/s/${token}`);
        await page.locator('form').waitFor();
        assert.match(await page.title(), new RegExp(` · ${bank}$`));
        assert.equal(await page.locator('#service').innerText(), service);
        assert.equal(await styleOf('.submit', 'backgroundColor'), action);
        assert.equal(await page.locator('.submit').innerText(), submit);
        await wears();
      } finally {
        await form.close();
      }
    });

    it('are the button’s on a bank’s page', async () => {
      const chat = await ChatService.open({ brand });
      try {
        await page.goto(`${chat.url}/healthz`);
        await page.setContent(
          `<html lang="en"><body><script src="${chat.url}/embed.js"></script></body></html>`,
        );
        const button = page.locator('thawline-chat').getByRole('button', { name: 'Card not working?' });
        await button.waitFor();
        assert.equal(
          await page.evaluate(
            `getComputedStyle(document.querySelector('thawline-chat').shadowRoot.querySelector('.button')).backgroundColor`,
          ),
          header,
        );
        assert.equal(await page.locator('thawline-chat section').getAttribute('aria-label'), service);
      } finally {
        await chat.close();
      }
    });
  });
