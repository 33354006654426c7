import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { ChatPage, openChat } from '../browser/chatPage.ts';
import { ChatService } from '../browser/chatService.ts';
import { launchBrowser } from '../browser/launchBrowser.ts';

describe('what is being written in the chat page', function () {
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
  beforeEach(async () => {
    chat = await openChat(browser, { baseUrl: service.url });
  });
  afterEach(() => chat.close());

  it('is asked about before a new chat throws a verification away', async () => {
    await chat.say('password');
    await chat.secureInput.fill('135790');
    await chat.page.getByRole('button', { name: 'New chat' }).click();
    const asked = chat.page.getByRole('alertdialog');
    await asked.waitFor();
    assert.deepEqual(await chat.axe(), []);
    await chat.page.keyboard.press('Escape');
    await asked.waitFor({ state: 'detached' });
    assert.equal(await chat.secureInput.inputValue(), '135790');
    await chat.page.getByRole('button', { name: 'New chat' }).click();
    await asked.getByRole('button', { name: 'Leave it' }).click();
    await chat.secureInput.waitFor({ state: 'detached' });
    await chat.waitForMessage('greeting');
  });

  it('is asked about before the page is closed, and only while a verification runs', async () => {
    await chat.say('password');
    await chat.secureInput.waitFor();
    const asked = chat.page.waitForEvent('dialog');
    await chat.page.close({ runBeforeUnload: true });
    const dialog = await asked;
    assert.equal(dialog.type(), 'beforeunload');
    await dialog.dismiss();
    assert.equal(chat.page.isClosed(), false);
    await chat.fillSecureForm('135790');
    await chat.waitForMessage('received');
    const closed = chat.page.waitForEvent('close');
    await chat.page.close({ runBeforeUnload: true });
    await closed;
  });

  it('stands in the form in the other language, and nowhere else', async () => {
    await chat.say('password');
    await chat.secureInput.fill('135790');
    await chat.chooseLanguage('zh-Hans');
    await chat.page.locator('.secure-form[lang="zh-Hans"][data-standing="live"]').waitFor();
    assert.equal(await chat.secureInput.inputValue(), '135790');
    await chat.secureInput.fill('');
    assert.deepEqual(await chat.witness.tracesOf('135790'), []);
  });

  it('is counted before it is too long, and is not lost where it is', async () => {
    const count = chat.page.locator('.count');
    await chat.sendBox.fill('x'.repeat(700));
    assert.equal(await count.innerText(), '');
    await chat.sendBox.fill('x'.repeat(850));
    await count.filter({ hasText: '850 of 1000 characters' }).waitFor();
    await chat.sendBox.fill('x'.repeat(1030));
    await count.filter({ hasText: '30 characters too many' }).waitFor();
    assert.deepEqual(await chat.axe(), []);
    await chat.sendBox.press('Enter');
    assert.equal((await chat.sendBox.inputValue()).length, 1030);
    assert.deepEqual(await chat.said(), []);
    await chat.sendBox.fill('x'.repeat(1000));
    await chat.sendBox.press('Enter');
    await chat.waitForMessage('echo');
  });

  it('cannot be a secret where the browser cannot seal: the true cause is said, with a way on', async () => {
    const old = await ChatPage.in(browser, { baseUrl: service.url });
    await old.page.addInitScript("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })");
    await old.open();
    await old.say('password');
    await old.page.getByRole('alert').filter({ hasText: 'This browser cannot encrypt here' }).waitFor();
    assert.equal(await old.secureInput.count(), 0);
    assert.deepEqual(await old.axe(), []);
    await old.page.getByRole('button', { name: 'Send me a text message' }).click();
    await old.waitForMessage('echo');
    await old.close();
  });
});
