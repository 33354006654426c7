import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { ChatPage, type OpenOptions, openChat, smallerThan } from '../browser/chatPage.ts';
import { ChatService } from '../browser/chatService.ts';
import { chatStates } from '../browser/chatStates.ts';
import { launchBrowser } from '../browser/launchBrowser.ts';

describe('the chat page for everybody', function () {
  this.timeout(60_000);
  let browser: Browser;
  let service: ChatService;
  let chat: ChatPage;

  before(async () => {
    [browser, service] = await Promise.all([launchBrowser(), ChatService.open()]);
  });
  after(async () => {
    await browser.close();
    await service.close();
  });
  afterEach(() => chat.close());

  async function opens(options: Partial<OpenOptions> = {}): Promise<void> {
    chat = await openChat(browser, { baseUrl: service.url, ...options });
  }
  const options = () => chat.page.getByRole('button', { name: 'More options' });
  const button = (name: string) => chat.page.getByRole('button', { name, exact: true });

  const looks: [string, Partial<OpenOptions>, number][] = [
    ['light', {}, 44],
    ['dark', { colorScheme: 'dark' }, 44],
    ['the reader’s own colours', { forcedColors: 'active' }, 44],
    ['large print', { query: '?largePrint=on' }, 60],
    ['large print at night', { query: '?largePrint=on', colorScheme: 'dark' }, 60],
  ];
  for (const [name, look, target] of looks)
    it(`has nothing against it in any state, in ${name}, and targets of ${target}`, async () => {
      await opens({ ...look, width: 360, height: 740 });
      for (const [state, reach] of Object.entries(chatStates('en', service))) {
        await reach(chat);
        assert.deepEqual(await chat.axe(), [], state);
        assert.deepEqual(await smallerThan(chat.page, target), [], state);
        assert.ok((await chat.overflow()) <= 0, `${state} scrolls sideways`);
      }
    });

  it('keeps what the options open inside a small window, in large print too', async () => {
    for (const query of ['', '?largePrint=on']) {
      await opens({ query, width: 320, height: 740 });
      await options().click();
      const { x, width } = (await chat.page.locator('.options__list').boundingBox()) ?? { x: -1, width: 0 };
      assert.ok(x >= 0 && x + width <= 320, `${query}: ${x} to ${x + width}`);
      if (query === '') await chat.close();
    }
  });

  it('keeps a border around every button where the reader’s own colours take the grounds away', async () => {
    await opens({ forcedColors: 'active' });
    await chat.say('password');
    await chat.secureInput.waitFor();
    const borderless = await chat.page.evaluate(`[...document.querySelectorAll('button')]
      .filter((one) => one.checkVisibility())
      .map((one) => [one.textContent, getComputedStyle(one)])
      .filter(([, { borderTopWidth, borderTopColor, backgroundColor }]) =>
        borderTopWidth === '0px' || borderTopColor === backgroundColor)
      .map(([text]) => text)`);
    assert.deepEqual(borderless, []);
  });

  const windows: [string, number, number][] = [
    ['four times as large (WCAG 1.4.10)', 320, 256],
    ['on a telephone on its side', 640, 280],
    ['above a keyboard on the screen', 360, 330],
  ];
  for (const [name, width, height] of windows)
    for (const locale of ['en-GB', 'zh-CN', 'zh-TW'])
      it(`shows the secure form whole ${name}, in ${locale}`, async () => {
        await opens({ width: 360, height: 740, locale });
        await chat.say('document');
        await chat.secureInput.waitFor();
        await chat.page.setViewportSize({ width, height });
        const isWhole = `(async () => {
          const inView = () => [...document.querySelectorAll('.secure-form__label, .secure-form__input, .secure-form__show, .secure-form__hint, .secure-form__submit')]
            .every((part) => {
              const { top, bottom, left, right } = part.getBoundingClientRect();
              const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
              return top >= 0 && bottom <= innerHeight && part.contains(at);
            });
          for (let frames = 0; frames < 300; frames++) {
            if (inView()) return true;
            await new Promise(requestAnimationFrame);
          }
          return false;
        })()`;
        assert.equal(await chat.page.evaluate(isWhole), true);
        assert.ok((await chat.overflow()) <= 0);
        assert.deepEqual(await chat.axe(), []);
        await chat.fillSecureForm('11010519491231002X');
        await chat.waitForMessage('received');
      });

  it('shows fewer choices at a time in large print, and a person always', async () => {
    await opens({ query: '?largePrint=on', width: 390, height: 740 });
    const choices = () => chat.page.locator('.choices button').allInnerTexts();
    assert.deepEqual(await choices(), [
      'A card does not work',
      'What can you do?',
      'More choices',
      'Talk to a person',
    ]);
    await chat.choose('More choices');
    assert.equal((await choices()).at(-2), 'Change the language');
    await chat.say('hello');
    await chat.waitForMessage('echo');
    assert.deepEqual(await choices(), ['Talk to a person']);
    await chat.choose('Talk to a person');
    await chat.waitForMessage('echo', 2);
    assert.equal(await chat.lastHeard('echo'), 'You said: Talk to a person');
    const sizes: number[] = await chat.page.evaluate(
      `[...document.querySelectorAll('body *')]
        .filter((one) => one.checkVisibility() && [...one.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim()))
        .map((one) => parseFloat(getComputedStyle(one).fontSize))`,
    );
    assert.ok(sizes.length > 0 && Math.min(...sizes) >= 18 && Math.max(...sizes) <= 30, String(sizes));
  });

  it('moves nothing where the reader wants no motion', async () => {
    await opens();
    let answers = () => {};
    service.bot.beforeAnswering = () => new Promise((resolve) => (answers = resolve));
    await chat.say('hello');
    await chat.page.locator('.working__dots').waitFor();
    const moving = () => chat.page.evaluate('document.getAnimations().length');
    assert.equal(await moving(), 0);
    await chat.page.emulateMedia({ reducedMotion: 'no-preference' });
    assert.notEqual(await moving(), 0);
    service.bot.beforeAnswering = async () => {};
    answers();
    await chat.waitForMessage('echo');
  });

  it('is switched to large print by a button, and stays so in this tab', async () => {
    await opens();
    await options().click();
    await chat.page.getByRole('switch', { name: 'Large print' }).click();
    await chat.page.locator('html.large-print').waitFor();
    await chat.reload();
    await chat.page.locator('html.large-print').waitFor();
    await options().click();
    await chat.page.getByRole('switch', { name: 'Large print', checked: true }).click();
    await chat.page.locator('html:not(.large-print)').waitFor();
  });

  /** Stands in for the browser's voice, and keeps what it was given. */
  const voice = `{
    const spoken = [];
    window.spoken = spoken;
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    Object.defineProperty(window, 'speechSynthesis', {
      value: { speak: ({ text, lang }) => spoken.push(lang + ' ' + text), cancel() {} },
    });
  }`;

  it('reads a message aloud, and each new one where that is wished for', async () => {
    chat = await ChatPage.in(browser, { baseUrl: service.url });
    await chat.page.addInitScript(voice);
    await chat.open();
    const spoken = () => chat.page.evaluate('window.spoken');
    await chat.page.getByRole('button', { name: 'Read this message aloud' }).click();
    const greeting = 'en-GB Hello, I can help you with a card that does not work.';
    assert.deepEqual(await spoken(), [greeting]);
    await options().click();
    await chat.page.getByRole('switch', { name: 'Read messages aloud' }).click();
    await chat.say('password');
    await chat.waitForMessage('transactionPassword.ask');
    await chat.page.waitForFunction('window.spoken.length > 1');
    assert.deepEqual(await spoken(), [
      greeting,
      'en-GB Please give it here. Secure entry: Transaction password',
    ]);
  });

  it('offers no reading where the browser cannot speak', async () => {
    chat = await ChatPage.in(browser, { baseUrl: service.url });
    await chat.page.addInitScript('delete window.speechSynthesis; delete Window.prototype.speechSynthesis;');
    await chat.open();
    assert.equal(await chat.page.getByRole('button', { name: 'Read this message aloud' }).count(), 0);
  });

  it('goes on paper as what was said, without a form or a secret', async () => {
    await opens();
    await chat.say('unfrozen');
    await chat.page.locator('[data-result="unfrozen"]').waitFor();
    await chat.say('password');
    await chat.secureInput.fill('135790');
    await chat.page.emulateMedia({ media: 'print' });
    const printed = await chat.page.locator('body').innerText();
    assert.match(
      printed,
      /Chat transcript[\s\S]*Assistant:[\s\S]*Hello[\s\S]*You:[\s\S]*unfrozen[\s\S]*Receipt number/,
    );
    assert.doesNotMatch(printed, /Send securely|Type your question|New chat/);
    assert.equal(await chat.secureInput.isVisible(), false);
  });

  it('ends the chat on a shared computer: nothing is left on it, and the right to it is good for nothing', async () => {
    await opens();
    await chat.say('something private');
    await chat.waitForMessage('echo');
    const kept = JSON.parse(
      String(await chat.page.evaluate("sessionStorage.getItem('thawline.conversation')")),
    );
    await options().click();
    await button('End and clear this chat').click();
    const asked = chat.page.getByRole('alertdialog');
    await asked.waitFor();
    assert.deepEqual(await chat.axe(), []);
    await asked.getByRole('button', { name: 'End and clear' }).click();
    await chat.page.getByRole('status').filter({ hasText: 'The chat has ended' }).waitFor();
    assert.deepEqual(await chat.axe(), []);
    assert.equal(await chat.page.getByText('private').count(), 0);
    assert.equal(await chat.page.evaluate("sessionStorage.getItem('thawline.conversation')"), null);
    const address = `${service.url}/v3/directline/conversations/${kept.conversationId}`;
    const answer = await fetch(address, { headers: { Authorization: `Bearer ${kept.token}` } });
    assert.equal(answer.status, 404);
    await chat.page.getByRole('status').getByRole('button', { name: 'New chat' }).click();
    await chat.waitForMessage('greeting');
    assert.equal((await chat.heard()).length, 1);
  });

  it('says that the chat could not be ended, and leaves it', async () => {
    await opens();
    await chat.page.route(/\/v3\/directline\/conversations\/[^/?]+$/, (route) =>
      route.request().method() === 'DELETE' ? route.abort() : route.continue(),
    );
    await options().click();
    await button('End and clear this chat').click();
    await button('End and clear').click();
    await chat.page.getByRole('alertdialog').filter({ hasText: 'could not be ended' }).waitFor();
    await button('Go on chatting').click();
    await chat.say('still here');
    await chat.waitForMessage('echo');
  });
});
