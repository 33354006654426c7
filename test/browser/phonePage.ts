import assert from 'node:assert/strict';
import type { Browser, Locator, Page } from 'playwright-core';
import { patient } from '../runs/pace.ts';
import { axeFindings, overflow } from './chatPage.ts';
import { Witness } from './witness.ts';

/** Longer than a busy machine takes; conditions end the waiting. */
const patience = patient(20_000);

export type PhoneOptions = { baseUrl: string; locale?: string; width?: number; height?: number };

/** The telephone in the browser as a reader uses it. */
export class PhonePage {
  readonly page: Page;
  readonly witness: Witness;

  private constructor(page: Page, witness: Witness) {
    this.page = page;
    this.witness = witness;
  }

  static async open(
    browser: Browser,
    { baseUrl, locale = 'en-US', width = 1280, height = 900 }: PhoneOptions,
  ): Promise<PhonePage> {
    const context = await browser.newContext({
      locale,
      viewport: { width, height },
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    const phone = new PhonePage(page, await Witness.of(page));
    await page.goto(`${baseUrl}/phone`);
    await page.locator('.phone').waitFor();
    return phone;
  }

  async call(from: string): Promise<void> {
    await this.page.locator('.phone__caller').selectOption(from);
    // Without sound the sentences follow each other at once.
    await this.page.locator('#sound').uncheck();
    await this.page.locator('.phone__call').click();
  }

  async press(keys: string): Promise<void> {
    for (const key of keys) {
      await this.page.locator('.phone__key').nth('123456789*0#'.indexOf(key)).click();
    }
  }

  /** Waits until a sentence was said that has these words in it. */
  async waitFor(words: string): Promise<void> {
    await this.lines().filter({ hasText: words }).last().waitFor();
  }

  lines(): Locator {
    return this.page.locator('.transcript .transcript__line');
  }

  async transcript(): Promise<string> {
    return (await this.lines().allInnerTexts()).join('\n');
  }

  /** Writes a message on the telephone and waits for an answer that has these words in it. */
  async text(words: string, answer: string): Promise<void> {
    await this.page.locator('.messages__field').fill(words);
    await this.page.locator('.messages__field').press('Enter');
    await this.got(answer);
  }

  /** Waits until a message has come that has these words in it. */
  async got(words: string): Promise<void> {
    const messages = this.page.locator('.messages .transcript__line--them');
    await messages.filter({ hasText: words }).last().waitFor();
  }

  document(): Promise<string> {
    return this.page.locator('.document__text').innerText();
  }

  shown(state: string): Locator {
    return this.page.locator(`.layout[data-shown="${state}"]`);
  }

  axe(): Promise<string[]> {
    return axeFindings(this.page);
  }

  overflow(): Promise<number> {
    return overflow(this.page);
  }

  async assertNoComplaints(): Promise<void> {
    assert.deepEqual(await this.witness.complaints(), []);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
