import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ordinarySentences } from '../../dialogs/messages/wording.ts';
import type { MessageId } from '../../words/conversation.ts';
import type { ChatPage } from '../browser/chatPage.ts';
import { liNa, wangWei, zhengKai } from '../services/testBank.ts';
import { withBrowser } from './withBrowser.ts';

const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } };

/** The pictures that the README shows; `npm run pictures` draws them anew in its folder. */
const shown = ['desktop-en-form', 'phone-zh-Hans-frozen', 'phone-zh-Hans-form', 'phone-zh-Hant-unfrozen'];

describe('the page at every size, from the greeting to the end', function () {
  this.timeout(60_000);
  const here = withBrowser();
  let chat: ChatPage;

  async function looksRight(picture: string): Promise<void> {
    assert.deepEqual(await chat.axe(), []);
    assert.ok((await chat.overflow()) <= 0, 'nothing scrolls sideways');
    if (!shown.includes(picture)) return;
    await chat.page.mouse.move(0, 0);
    const folder = process.env.PICTURES_DIR ?? join(here.thawline.folder, 'pictures');
    mkdirSync(folder, { recursive: true });
    await chat.screenshot(join(folder, `${picture}.png`));
  }

  const journeys = [
    ['en', 'en-US', 'desktop', zhengKai],
    ['zh-Hans', 'zh-CN', 'phone', liNa],
    ['zh-Hant', 'zh-TW', 'phone', wangWei],
  ] as const;
  for (const [language, locale, size, customer] of journeys) {
    // On a telephone `demoBank.test.ts` goes all the way with every customer: here only for the pictures.
    if (size === 'phone' && process.env.PICTURES_DIR === undefined) continue;
    it(`fits a ${size} in ${language}`, async () => {
      const words = (messageId: MessageId) => ordinarySentences.text(language, messageId);
      chat = await here.open({ locale, ...sizes[size] });
      await looksRight(`${size}-${language}-greeting`);
      await chat.choose(words('choice.unfreeze'));
      await chat.waitForMessage('cardNumber.ask');
      await chat.say(customer.number);
      await chat.waitForMessage('unfreeze.confirm');
      await looksRight(`${size}-${language}-frozen`);
      await chat.choose(words('choice.yes'));
      await chat.waitForMessage('identityDocument.ask');
      await chat.waitForWholeForm();
      await chat.fillSecureForm(customer.identityDocument, 'identityDocument');
      await chat.waitForMessage('transactionPassword.ask');
      await chat.waitForWholeForm();
      await chat.secureInput.fill(customer.transactionPassword);
      await looksRight(`${size}-${language}-form`);
      await chat.fillSecureForm(customer.transactionPassword, 'transactionPassword');
      await chat.waitForMessage('solved.ask');
      await looksRight(`${size}-${language}-unfrozen`);
      await chat.assertNoComplaints();
    });
  }
});
