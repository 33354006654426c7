// Guards a secret: what is typed leaves the browser sealed or not at all.
import assert from 'node:assert/strict';
import { compactDecrypt } from 'jose';
import type { Browser } from 'playwright-core';
import { unpad } from '../../services/contract/sealedEnvelope.ts';
import { type ChatPage, openChat } from '../browser/chatPage.ts';
import { ChatService } from '../browser/chatService.ts';
import { launchBrowser } from '../browser/launchBrowser.ts';

const password = '739164';
const document = '11010519491231002X';

describe('the secure form in a browser', function () {
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
    service.bot.sealed.length = 0;
    service.bot.expiresIn = 600_000;
    service.bot.beforeSealing = async () => {};
    chat = await openChat(browser, { baseUrl: service.url });
  });
  afterEach(() => chat.close());

  async function opened(index: number): Promise<string> {
    const { plaintext } = await compactDecrypt(
      service.bot.sealed[index]?.envelope ?? '',
      service.bot.privateKey,
    );
    return unpad(plaintext);
  }

  it('is masked, labelled, and numeric for the password', async () => {
    await chat.say('password');
    const input = chat.page.getByLabel('Transaction password');
    await input.waitFor();
    const attributes = ['type', 'inputmode', 'autocomplete', 'spellcheck', 'aria-invalid'];
    assert.deepEqual(await Promise.all(attributes.map((name) => input.getAttribute(name))), [
      'password',
      'numeric',
      'off',
      'false',
      'false',
    ]);
    assert.match(await chat.forms().ariaSnapshot(), /heading "Secure entry"/);
    const hint = await input.getAttribute('aria-describedby');
    assert.equal(await chat.page.locator(`[id="${hint}"]`).innerText(), '6 digits');
  });

  it('shows what was typed only while the customer wants to see it', async () => {
    await chat.say('document');
    await chat.secureInput.fill(document);
    const show = chat.page.getByRole('button', { name: 'Show' });
    assert.equal(await show.getAttribute('aria-pressed'), 'false');
    await show.click();
    assert.equal(await chat.secureInput.getAttribute('type'), 'text');
    const hide = chat.page.getByRole('button', { name: 'Hide' });
    assert.equal(await hide.getAttribute('aria-pressed'), 'true');
    await hide.click();
    assert.equal(await chat.secureInput.getAttribute('type'), 'password');
    assert.equal(await chat.secureInput.inputValue(), document);
  });

  it('gets the focus when it appears, works by keyboard alone, and gives the focus back', async () => {
    await chat.sendBox.focus();
    await chat.page.keyboard.type('password');
    await chat.page.keyboard.press('Enter');
    await chat.page.locator('.secure-form__input:focus').waitFor();
    await chat.page.keyboard.type(password);
    await chat.page.keyboard.press('Tab');
    await chat.page.keyboard.press('Space');
    assert.equal(await chat.secureInput.getAttribute('type'), 'text');
    await chat.page.keyboard.press('Tab');
    await chat.page.keyboard.press('Enter');
    await chat.waitForMessage('received');
    assert.equal(await opened(0), password);
    await chat.page.locator('.send__input:focus').waitFor();
    await chat.page.keyboard.type('thanks');
    assert.equal(await chat.sendBox.inputValue(), 'thanks');
  });

  it('is in sight as a whole when it appears, on a small telephone too', async () => {
    await chat.page.setViewportSize({ width: 360, height: 640 });
    for (const words of ['hello', 'hello', 'document']) await chat.say(words);
    const submit = chat.page.getByRole('button', { name: 'Send securely' });
    await submit.waitFor();
    const lower = async (locator: typeof submit) => {
      const box = await locator.boundingBox();
      return (box?.y ?? 0) + (box?.height ?? 0);
    };
    const inSight = async () => {
      const toolbar = await chat.page.locator('.choices').boundingBox();
      return (await lower(submit)) <= (toolbar?.y ?? 0);
    };
    while (!(await inSight())) await chat.page.waitForTimeout(20);
    const top = (await chat.secureInput.boundingBox())?.y ?? 0;
    assert.ok(top > 56, `the input is at ${top}`);
  });

  it('names a wrong format, keeps what was typed, and sends nothing', async () => {
    await chat.say('password');
    await chat.fillSecureForm('7391');
    const alert = chat.page.getByRole('alert').filter({ hasText: '4' });
    await alert.waitFor();
    assert.equal(await chat.secureInput.getAttribute('aria-invalid'), 'true');
    assert.equal(await chat.secureInput.getAttribute('aria-errormessage'), await alert.getAttribute('id'));
    assert.equal(await chat.secureInput.inputValue(), '7391');
    await chat.fillSecureForm('');
    await chat.page.getByRole('alert').filter({ hasText: /enter/i }).waitFor();
    assert.deepEqual(service.bot.sealed, []);
    const posted = chat.witness.requests.filter(({ url }) => url.endsWith('/activities'));
    assert.equal(posted.length, 1);
  });

  it('sends one envelope for what was asked, which opens with the processor’s key to the normal form', async () => {
    await chat.say('document');
    await chat.fillSecureForm(' １１０１０５ 19491231-002x ');
    await chat.waitForMessage('received');
    assert.equal(service.bot.sealed.length, 1);
    const { envelope, ...order } = service.bot.sealed[0] ?? { envelope: '' };
    assert.deepEqual(order, {
      authenticationRequest: '5f8a9c3e-7b1d-4e2a-9c5f-0a1b2c3d4e5f',
      item: 'identityDocument',
      attempt: 1,
    });
    assert.equal(envelope.split('.').length, 5);
    assert.equal(await opened(0), document);
    await chat.forms('sent').waitFor();
    await chat.assertNoComplaints();
  });

  it('leaves what was typed nowhere: not in requests, frames, page, store, storage or console', async () => {
    await chat.say('password');
    await chat.secureInput.pressSequentially('73916');
    await chat.secureInput.press('Enter');
    await chat.page.getByRole('alert').filter({ hasText: '5' }).waitFor();
    await chat.fillSecureForm(password);
    await chat.waitForMessage('received');
    assert.deepEqual(await chat.witness.tracesOf(password), []);
    await chat.reload();
    await chat.forms('sent').waitFor();
    assert.deepEqual(await chat.witness.tracesOf(password), []);
    // The search itself finds what is there to be found.
    await chat.say('a visible remark');
    await chat.waitForMessage('echo');
    const found = await chat.witness.tracesOf('a visible remark');
    for (const place of ['requests', 'frames', 'page', 'state', 'actions'])
      assert.ok(found.includes(place), place);
  });

  it('stays clear to everyone when there were several, and the answer is in sight', async () => {
    await chat.page.setViewportSize({ width: 360, height: 640 });
    await chat.say('document');
    await chat.fillSecureForm(document, 'identityDocument');
    await chat.waitForMessage('received');
    await chat.say('password');
    await chat.fillSecureForm(password, 'transactionPassword');
    await chat.waitForMessage('received', 2);
    await chat.say('password');
    await chat.forms('live').waitFor();
    assert.deepEqual(await chat.axe(), []);
    await chat.fillSecureForm(password, 'transactionPassword');
    await chat.waitForMessage('received', 3);
    const sendBox = (await chat.sendBox.boundingBox())?.y ?? 0;
    const answer = async () => (await chat.messages('received').nth(2).boundingBox())?.y ?? sendBox;
    while ((await answer()) >= sendBox) await chat.page.waitForTimeout(20);
  });

  it('is closed when a newer one came', async () => {
    await chat.say('password');
    await chat.waitForMessage('transactionPassword.ask');
    await chat.say('document');
    await chat.waitForMessage('identityDocument.ask');
    await chat.forms('over').waitFor();
    assert.match(await chat.forms('over').innerText(), /closed/);
    assert.equal(await chat.secureInput.count(), 1);
    await chat.page.getByLabel('Identity document number').waitFor();
  });

  it('closes by itself when the authentication request expires', async () => {
    service.bot.expiresIn = 3000;
    await chat.say('password');
    await chat.forms('live').waitFor();
    await chat.secureInput.fill(password);
    await chat.forms('over').waitFor();
    assert.equal(await chat.secureInput.count(), 0);
  });

  it('closes by itself too where the service’s time is known better only after it has appeared', async () => {
    service.bot.expiresIn = 3000;
    // The answer to what is said last comes late, and its time with it; the form has come by the stream.
    await chat.page.route('**/activities', async (route) => {
      const response = await route.fetch();
      await chat.forms('live').waitFor();
      const headers = { ...response.headers(), date: new Date(Date.now() - 2000).toUTCString() };
      await route.fulfill({ response, headers });
    });
    await chat.say('password');
    await chat.forms('over').waitFor();
    assert.equal(await chat.secureInput.count(), 0);
  });

  for (const [off, days] of [
    ['a day ahead', 1],
    ['a day behind', -1],
  ] as const)
    it(`goes by the service’s clock where the device’s is ${off}`, async () => {
      await chat.page.addInitScript((away: number) => {
        const now = Date.now.bind(Date);
        Date.now = () => now() + away;
      }, days * 86_400_000);
      await chat.page.evaluate('sessionStorage.clear()');
      await chat.reload();
      await chat.say('password');
      await chat.forms('live').waitFor();
      await chat.fillSecureForm('135790');
      await chat.waitForMessage('received');
      assert.equal(service.bot.sealed.length, 1);
    });

  it('says that sending failed, and takes it again', async () => {
    await chat.say('password');
    await chat.secureInput.waitFor();
    let refusals = 1;
    await chat.page.route('**/activities', (route) =>
      refusals-- > 0 ? route.fulfill({ status: 400, json: { error: {} } }) : route.continue(),
    );
    await chat.fillSecureForm(password);
    await chat.page.getByRole('alert').filter({ hasText: 'could not be sent' }).waitFor();
    assert.equal(await chat.secureInput.inputValue(), '');
    await chat.page.locator('.secure-form__input:focus').waitFor();
    await chat.fillSecureForm(password);
    await chat.waitForMessage('received');
    assert.equal(await opened(0), password);
    assert.deepEqual(await chat.witness.tracesOf(password), []);
  });

  it('can be filled in again after the bot was in trouble', async () => {
    await chat.say('password');
    await chat.forms('live').waitFor();
    await chat.say('trouble');
    await chat.waitForMessage('trouble');
    await chat.forms('live').waitFor();
  });

  it('does not take the focus from somebody who is typing a message', async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    service.bot.beforeSealing = () => released;
    await chat.say('password');
    await chat.sendBox.fill('one more thing');
    release();
    await chat.secureInput.waitFor();
    await chat.page.keyboard.type('!');
    assert.equal(await chat.sendBox.inputValue(), 'one more thing!');
  });

  it('shows nothing of a form that cannot be read', async () => {
    await chat.say('broken');
    await chat.page.getByText('The secure form cannot be shown.').waitFor();
    assert.equal(await chat.forms().count(), 0);
    await chat.assertNoComplaints();
  });
});
