import assert from 'node:assert/strict';
import type { ChatPage } from '../browser/chatPage.ts';
import { chenJie, liNa, wangWei, zhaoLei } from '../services/testBank.ts';
import { withBrowser } from './withBrowser.ts';

describe('a customer who is interrupted', function () {
  this.timeout(60_000);
  const here = withBrowser();
  let chat: ChatPage;

  async function asksToUnfreeze(number: string, locale = 'en-US') {
    chat = await here.open({ locale });
    await chat.say(number);
    await chat.waitForMessage('unfreeze.confirm');
  }
  async function reloads() {
    await chat.reload();
    await chat.waitForMessage('transactionPassword.ask');
    await chat.secureInput.waitFor();
  }
  const status = async (lastFour: string) => (await here.thawline.cards())[lastFour]?.status;

  it('goes on where the conversation stood after a reload in the middle, and after the service died', async () => {
    await asksToUnfreeze(liNa.number);
    await chat.choose('Yes, unfreeze it');
    await chat.fillSecureForm(liNa.identityDocument, 'identityDocument');
    await chat.waitForMessage('transactionPassword.ask');
    const before = await chat.heard();
    await reloads();
    assert.deepEqual(await chat.heard(), before);

    await here.thawline.kill();
    await here.thawline.up();
    await reloads();
    assert.deepEqual(await chat.heard(), before);
    await chat.fillSecureForm(liNa.transactionPassword, 'transactionPassword');
    await chat.waitForMessage('outcome.unfrozen');
    assert.equal(await status('1114'), 'active');
  });

  it('finishes on the page of a link elsewhere, and reads the outcome in the chat without writing again', async () => {
    await asksToUnfreeze(wangWei.number);
    await chat.say('send me a link');
    await chat.waitForMessage('secureLink.sent');
    const page = await chat.page.context().newPage();
    await page.goto(await here.thawline.newestLink('+12025550102'));
    await page.locator('#identityDocument').fill(wangWei.identityDocument);
    await page.locator('#transactionPassword').fill(wangWei.transactionPassword);
    await page.locator('#transactionPassword').press('Enter');
    await chat.waitForMessage('outcome.unfrozen');
    await chat.choice('Yes, solved').waitFor();
    assert.equal(await status('2228'), 'active');
  });

  it('cancels with the card untouched, and the form is of no use any more', async () => {
    await asksToUnfreeze(chenJie.number);
    await chat.choose('Yes, unfreeze it');
    await chat.secureInput.waitFor();
    await chat.choose('Cancel');
    await chat.waitForMessage('cancelled');
    assert.equal(await chat.secureInput.count(), 0);
    assert.equal(await status('3332'), 'frozen');
  });

  it('leaves the card frozen with a no', async () => {
    await asksToUnfreeze(chenJie.number);
    await chat.choose('No, not now');
    await chat.waitForMessage('unfreeze.declined');
    assert.equal(await status('3332'), 'frozen');
  });

  it('asks why, gets help, changes the language, and unfreezes', async () => {
    await asksToUnfreeze(zhaoLei.number, 'zh-CN');
    await chat.choose('是，解冻');
    await chat.waitForMessage('transactionPassword.ask');
    await chat.choose('为什么要问这个？');
    await chat.waitForMessage('transactionPassword.why');
    await chat.say('help');
    await chat.waitForMessage('transactionPassword.help');
    await chat.chooseLanguage('zh-Hant');
    await chat.waitForMessage('language.changed');
    await chat.page.getByRole('button', { name: '安全提交' }).waitFor();
    await chat.fillSecureForm(zhaoLei.transactionPassword, 'transactionPassword');
    await chat.waitForMessage('outcome.unfrozen');
    assert.match(await chat.lastHeard('outcome.unfrozen'), /末四碼 4446 的卡片已解凍/);
    assert.equal(await status('4446'), 'active');
    await chat.assertNoComplaints();
  });
});
