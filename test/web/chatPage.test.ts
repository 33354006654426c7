import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { type ChatPage, type OpenOptions, openChat } from '../browser/chatPage.ts';
import { ChatService } from '../browser/chatService.ts';
import { launchBrowser } from '../browser/launchBrowser.ts';

describe('the chat page in a browser', function () {
  this.timeout(60_000);
  let browser: Browser;
  let service: ChatService;
  const opened: ChatPage[] = [];

  before(async () => {
    [browser, service] = await Promise.all([launchBrowser(), ChatService.open()]);
  });
  after(async () => {
    await browser.close();
    await service.close();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((chat) => chat.close()));
  });

  async function open(options: Partial<OpenOptions> = {}): Promise<ChatPage> {
    const chat = await openChat(browser, { baseUrl: service.url, ...options });
    opened.push(chat);
    return chat;
  }

  const readers = [
    ['zh-CN', 'zh-Hans', '您好', '请输入您的问题', '银行卡服务 · Thawline'],
    ['zh-TW', 'zh-Hant', '您好', '請輸入您的問題', '銀行卡服務 · Thawline'],
    ['en-GB', 'en', 'Hello', 'Type your question', 'Card service · Thawline'],
  ] as const;
  for (const [locale, language, greeting, placeholder, title] of readers) {
    it(`greets a reader of ${locale} first and speaks ${language} throughout`, async () => {
      const chat = await open({ locale });
      assert.ok((await chat.heard())[0]?.text.startsWith(greeting));
      assert.equal(await chat.sendBox.getAttribute('placeholder'), placeholder);
      assert.equal(await chat.page.title(), title);
      assert.equal(await chat.page.locator('html').getAttribute('lang'), language);
      await chat.assertNoComplaints();
    });

    for (const width of [360, 1440]) {
      it(`can be used by everyone in ${language} on ${width} pixels`, async () => {
        const chat = await open({ locale, width, height: 740 });
        assert.deepEqual(await chat.axe(), []);
        await chat.say('password');
        await chat.secureInput.fill('12');
        await chat.secureInput.press('Enter');
        await chat.page.getByRole('alert').filter({ hasText: '2' }).waitFor();
        assert.equal(await chat.overflow(), 0);
        assert.deepEqual(await chat.axe(), []);
        await chat.assertNoComplaints();
      });
    }
  }

  it('has the words of Hong Kong for a reader there, and tells the bot where that is', async () => {
    for (const [locale, sendLink] of [
      ['zh-HK', '發短訊給我'],
      ['zh-TW', '傳簡訊給我'],
    ] as const) {
      const chat = await open({ locale });
      assert.ok((await chat.page.locator('#brand').textContent())?.includes(sendLink), locale);
      const posted = chat.page.waitForRequest('**/activities');
      await chat.say('password');
      assert.equal((await posted).postDataJSON().locale, locale);
    }
  });

  it('sends what was typed and what was chosen', async () => {
    const chat = await open();
    await chat.choose('A card does not work');
    await chat.waitForMessage('echo');
    await chat.say('and another');
    await chat.waitForMessage('echo', 2);
    assert.deepEqual((await chat.heard()).map(({ text }) => text).slice(1), [
      'You said: A card does not work',
      'You said: and another',
    ]);
  });

  it('changes the language by a labelled control, for the page and for the bot, and keeps it', async () => {
    const chat = await open();
    const events = service.bot.events.length;
    await chat.page.getByLabel('Language').selectOption({ label: '繁體中文' });
    await chat.waitForMessage('language.changed');
    assert.deepEqual(service.bot.events.slice(events), [{ name: 'changeLanguage', value: 'zh-Hant' }]);
    assert.equal(await chat.sendBox.getAttribute('placeholder'), '請輸入您的問題');
    assert.equal(await chat.page.locator('html').getAttribute('lang'), 'zh-Hant');
    await chat.reload();
    await chat.page.getByLabel('語言').waitFor();
    assert.equal(await chat.sendBox.getAttribute('placeholder'), '請輸入您的問題');
    await chat.assertNoComplaints();
  });

  it('follows the bot when it was asked to speak another language', async () => {
    const chat = await open();
    await chat.say('zh-Hans');
    await chat.page.getByLabel('语言').waitFor();
    assert.equal(await chat.page.locator('.header__language').inputValue(), 'zh-Hans');
  });

  it('goes on with the same conversation after a reload, and shows all of it', async () => {
    const chat = await open();
    await chat.say('password');
    await chat.waitForMessage('transactionPassword.ask');
    await chat.reload();
    await chat.forms('live').waitFor();
    assert.deepEqual(
      (await chat.heard()).map(({ messageId }) => messageId),
      ['greeting', 'transactionPassword.ask'],
    );
    await chat.choice('Cancel').waitFor();
    const tokens = chat.witness.requests.filter(({ url }) => url.endsWith('/webchat/token'));
    assert.equal(tokens.length, 1);
    await chat.assertNoComplaints();
  });

  it('keeps in the tab which conversation it is, and nothing of what was said', async () => {
    const chat = await open();
    await chat.say('a private matter');
    await chat.waitForMessage('echo');
    const kept = await chat.page.evaluate('JSON.stringify([{ ...sessionStorage }, { ...localStorage }])');
    assert.doesNotMatch(String(kept), /private/);
    assert.deepEqual(Object.keys(JSON.parse(String(kept))[0]).sort(), [
      'thawline.conversation',
      'thawline.language',
    ]);
    assert.deepEqual(JSON.parse(String(kept))[1], {});
  });

  it('begins a new conversation where the kept one is not known any more', async () => {
    const chat = await open();
    await chat.say('hello');
    await chat.waitForMessage('echo');
    await chat.page.evaluate(
      `sessionStorage.setItem('thawline.conversation',
        sessionStorage.getItem('thawline.conversation').replace(/"token":"[^"]*"/, '"token":"x"'))`,
    );
    await chat.reload();
    assert.equal((await chat.heard()).length, 1);
  });

  it('begins a new conversation when the customer wants one', async () => {
    const chat = await open();
    await chat.say('hello');
    await chat.waitForMessage('echo');
    await chat.page.getByRole('button', { name: 'New chat' }).click();
    await chat.messages('echo').waitFor({ state: 'detached' });
    await chat.waitForMessage('greeting');
    await chat.say('hello again');
    await chat.waitForMessage('echo');
    await chat.assertNoComplaints();
  });
});
