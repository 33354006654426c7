import assert from 'node:assert/strict';
import type { ChatPage } from '../browser/chatPage.ts';
import { liNa, wangWei, zhaoLei } from '../services/testBank.ts';
import { withBrowser } from './withBrowser.ts';

describe('wrong authentication information, through the page', function () {
  this.timeout(60_000);
  const here = withBrowser();
  let chat: ChatPage;

  beforeEach(async () => {
    chat = await here.open();
  });

  async function asksToUnfreeze(number: string) {
    await chat.say(`please unfreeze ${number}`);
    await chat.waitForMessage('unfreeze.confirm');
    await chat.choose('Yes, unfreeze it');
  }

  it('is counted down in words, never saying which item was wrong, and the third time ends explained', async () => {
    await asksToUnfreeze(wangWei.number);
    for (const attempt of [1, 2, 3]) {
      await chat.waitForMessage('identityDocument.ask', attempt);
      await chat.fillSecureForm(wangWei.identityDocument, 'identityDocument');
      await chat.waitForMessage('transactionPassword.ask', attempt);
      await chat.fillSecureForm('000000', 'transactionPassword');
      if (attempt === 3) break;
      const refusal = attempt === 1 ? 'outcome.notAccepted' : 'outcome.notAcceptedAgain';
      await chat.waitForMessage(refusal);
      assert.match(
        await chat.lastHeard(refusal),
        new RegExp(`still frozen\\. Tries left: ${3 - attempt}\\b`),
      );
    }
    await chat.waitForMessage('anythingElse');
    assert.match(
      await chat.lastHeard('outcome.locked'),
      /paused; you can try again in about 15 minutes.*stays frozen/,
    );
    const card = (await here.thawline.cards())['2228'];
    assert.equal(card?.status, 'frozen');
    assert.ok(Date.parse(card?.remoteUnfreezingLockedUntil ?? '') > Date.now());

    await chat.say(`please unfreeze ${wangWei.number}`);
    await chat.waitForMessage('lock.stands');
    assert.equal(await chat.secureInput.count(), 0);

    const { code } = await here.thawline.run('cli/thawline.ts', ['cards', 'release', card?.card ?? '']);
    assert.equal(code, 0);
    await asksToUnfreeze(wangWei.number);
    await chat.fillSecureForm(wangWei.identityDocument, 'identityDocument');
    await chat.fillSecureForm(wangWei.transactionPassword, 'transactionPassword');
    await chat.waitForMessage('outcome.unfrozen');
    await chat.assertNoComplaints();
  });

  it('costs a try only, and the right one after it unfreezes', async () => {
    await asksToUnfreeze(zhaoLei.number);
    await chat.fillSecureForm('111111', 'transactionPassword');
    await chat.waitForMessage('outcome.notAccepted');
    await chat.fillSecureForm(zhaoLei.transactionPassword, 'transactionPassword');
    await chat.waitForMessage('outcome.unfrozen');
    assert.equal((await here.thawline.cards())['4446']?.status, 'active');
  });

  const malformed: [string, 'identityDocument' | 'transactionPassword', RegExp][] = [
    ['110105194912310021', 'identityDocument', /last character does not fit/],
    ['1101051949123100', 'identityDocument', /has 18 characters, and I received 16/],
    ['', 'identityDocument', /enter the document number first/],
    ['24680', 'transactionPassword', /has 6 digits, and I received 5/],
    ['2468011', 'transactionPassword', /has 6 digits, and I received 7/],
    ['24680a', 'transactionPassword', /digits only/],
  ];
  it('costs nothing where the format is wrong: the form says what is wrong and keeps it', async () => {
    await asksToUnfreeze(liNa.number);
    const tries = async (item: 'identityDocument' | 'transactionPassword') => {
      for (const [value, of, problem] of malformed) {
        if (of !== item) continue;
        await chat.fillSecureForm(value, item);
        assert.match(await chat.page.locator('.secure-form__problem').innerText(), problem);
        assert.equal(await chat.secureInput.inputValue(), value);
      }
    };
    await tries('identityDocument');
    // Full-width digits and a small x are the same number.
    await chat.fillSecureForm('１１０１０５１９４９１２３１００２x', 'identityDocument');
    await chat.waitForMessage('transactionPassword.ask');
    await tries('transactionPassword');
    await chat.fillSecureForm('２４６８０１', 'transactionPassword');
    await chat.waitForMessage('outcome.unfrozen');
    assert.equal(await chat.messages('outcome.notAccepted').count(), 0);
  });
});
