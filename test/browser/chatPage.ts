import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { AuthenticationItem } from '../../services/contract/items/index.ts';
import { patient } from '../runs/pace.ts';
import { Witness } from './witness.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Longer than a busy machine takes; conditions end the waiting. */
const patience = patient(20_000);

export type OpenOptions = {
  baseUrl: string;
  /** BCP 47, as a browser wishes for it: `zh-CN`. */
  locale?: string;
  width?: number;
  height?: number;
  /** What follows the address: `?largePrint=on`. */
  query?: string;
  colorScheme?: 'light' | 'dark';
  forcedColors?: 'active' | 'none';
};

/** A bot's message as the page shows it. */
export type HeardMessage = { messageId: string; text: string };

/** Opens the chat page in a context of its own, with everything it does recorded, and waits for the greeting. */
export async function openChat(browser: Browser, options: OpenOptions): Promise<ChatPage> {
  const chat = await ChatPage.in(browser, options);
  await chat.open();
  return chat;
}

/** The chat page as a customer uses it. */
export class ChatPage {
  readonly page: Page;
  readonly witness: Witness;
  readonly #context: BrowserContext;
  readonly #address: string;

  private constructor(parts: { page: Page; witness: Witness; context: BrowserContext; address: string }) {
    this.page = parts.page;
    this.witness = parts.witness;
    this.#context = parts.context;
    this.#address = parts.address;
  }

  /** A page that is not opened yet, for tests that prepare something first. */
  static async in(
    browser: Browser,
    {
      baseUrl,
      locale = 'en-US',
      width = 1024,
      height = 768,
      query = '',
      colorScheme = 'light',
      forcedColors = 'none',
    }: OpenOptions,
  ): Promise<ChatPage> {
    const context = await browser.newContext({
      locale,
      viewport: { width, height },
      reducedMotion: 'reduce',
      colorScheme,
      forcedColors,
      timezoneId: 'Asia/Shanghai',
    });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    return new ChatPage({ page, witness: await Witness.of(page), context, address: `${baseUrl}/${query}` });
  }

  async open(): Promise<void> {
    await this.page.goto(this.#address);
    await this.messages().first().waitFor();
  }

  /** Loads the page again, as a customer does, and waits until the conversation shows. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.messages().first().waitFor();
  }

  /** Types a message and sends it with Enter. */
  async say(text: string): Promise<void> {
    await this.sendBox.fill(text);
    await this.sendBox.press('Enter');
  }

  /** Takes one of the suggested choices by its words. */
  async choose(label: string): Promise<void> {
    await this.choice(label).click();
  }

  choice(label: string): Locator {
    return this.page.locator('.choices').getByRole('button', { name: label, exact: true });
  }

  /** What the customer said so far, as the page shows it. */
  async said(): Promise<string[]> {
    return this.page.locator('[data-from="user"] .bubble__text').allInnerTexts();
  }

  /** The bot's messages so far, oldest first. */
  async heard(): Promise<HeardMessage[]> {
    return Promise.all(
      (await this.messages().all()).map(async (message) => ({
        messageId: (await message.getAttribute('data-message-id')) ?? '',
        text: (await message.locator('.bubble__text, .result__text').allInnerTexts()).join('\n'),
      })),
    );
  }

  /** The words of the last message with this id; empty where there was none. */
  async lastHeard(messageId: string): Promise<string> {
    return (await this.heard()).findLast((message) => message.messageId === messageId)?.text ?? '';
  }

  /** Waits until the bot has said the sentence with this id, `times` times. */
  async waitForMessage(messageId: string, times = 1): Promise<void> {
    await this.messages(messageId)
      .nth(times - 1)
      .waitFor();
  }

  messages(messageId?: string): Locator {
    return this.page.locator(
      messageId === undefined ? '[data-message-id]' : `[data-message-id="${messageId}"]`,
    );
  }

  get sendBox(): Locator {
    return this.page.locator('.send__input');
  }

  /** The secure forms in the conversation; `standing` as the page has it: live, failed, sending, sent, over. */
  forms(standing?: string): Locator {
    return this.page.locator(standing ? `.secure-form[data-standing="${standing}"]` : '.secure-form');
  }

  get secureInput(): Locator {
    return this.page.locator('.secure-form__input');
  }

  /**
   * Fills in the form that counts and submits it; done when it was taken, or says what is wrong.
   * @param item waits for the form of this item, where another one was there before
   */
  async fillSecureForm(value: string, item?: AuthenticationItem): Promise<void> {
    const form = this.page.locator(item ? `.secure-form[data-item="${item}"]` : '.secure-form');
    const field = form.locator('.secure-form__input');
    await field.fill(value);
    const id = await field.getAttribute('id');
    const input = this.page.locator(`[id="${id}"]`);
    await input.press('Enter');
    await this.page
      .locator(`body:not(:has([id="${id}"])), .secure-form__problem:not(:empty)`)
      .first()
      .waitFor();
  }

  /** Waits until the form that counts shows down to its last line, covered by nothing. */
  async waitForWholeForm(): Promise<void> {
    // The page's policy forbids what `waitForFunction` would evaluate in it.
    await this.page.evaluate(`(async () => {
      const isWhole = () => {
        const last = document.querySelector('.secure-form__why');
        const { left, bottom } = last.getBoundingClientRect();
        return last.contains(document.elementFromPoint(left + 5, bottom - 2));
      };
      while (!isWhole()) await new Promise(requestAnimationFrame);
    })()`);
  }

  async chooseLanguage(language: string): Promise<void> {
    await this.page.locator('.header__language').selectOption(language);
  }

  /** What axe-core finds wrong with the page, in its words; nothing, in a good test. */
  async axe(): Promise<string[]> {
    return axeFindings(this.page);
  }

  /** How many pixels the page is wider than its window: more than none means scrolling sideways. */
  async overflow(): Promise<number> {
    return overflow(this.page);
  }

  /** Fails with what the page complained about, if it did. */
  async assertNoComplaints(): Promise<void> {
    assert.deepEqual(await this.witness.complaints(), []);
  }

  /** What a person who looks over the customer's shoulder sees, in words: for a test that has failed. */
  async asSeen(): Promise<string> {
    const heard = (await this.heard()).map(({ messageId, text }) => `${messageId}: ${text}`);
    const forms = await this.forms().evaluateAll((all) => all.map((form) => form.outerHTML));
    const requests = this.witness.requests.map(({ method, url }) => `${method} ${url}`);
    const parts = {
      address: this.page.url(),
      heard,
      said: await this.said(),
      forms,
      complaints: await this.witness.complaints(),
      requests: requests.slice(-10),
    };
    return JSON.stringify(parts, null, 2);
  }

  async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file });
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}

/** What axe-core finds wrong with a page, in its words. */
export async function axeFindings(page: Page): Promise<string[]> {
  // A script element would be refused by the page's policy.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Result = { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] };
    const { axe } = globalThis as unknown as { axe: { run(): Promise<Result> } };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 300)}\n${failureSummary}`),
    );
  });
}

/** What can be pressed and is smaller than it should be; a link inside a sentence may be. */
export function smallerThan(page: Page, target: number): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('button, select, input, textarea, a')]
    .filter((one) => one.checkVisibility())
    .filter((one) => {
      const { width, height } = one.getBoundingClientRect();
      return width < ${target} || height < ${target};
    })
    .map((one) => one.outerHTML.slice(0, 120))`);
}

/** How many pixels a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
}
