import assert from 'node:assert/strict';
import { demoCustomers } from '../../demo/demoBank.ts';
import { ordinarySentences } from '../../dialogs/messages/wording.ts';
import type { AuthenticationItem } from '../../services/contract/items/index.ts';
import type { ChatPage } from '../browser/chatPage.ts';
import { withBrowser } from './withBrowser.ts';

const locales = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-US' } as const;

type Expected = {
  hears: string[];
  gives?: AuthenticationItem[];
  /** What is heard where all is given on the page of a link. */
  linked?: string[];
  becomes: string;
};

const both: Expected = {
  hears: ['cardStatus.frozen', 'instructions.both', 'unfreeze.confirm'],
  gives: ['identityDocument', 'transactionPassword'],
  becomes: 'active',
};
const nothingFrozen = (becomes: string): Expected => ({
  hears: ['cardStatus.noFrozenCard', 'solved.ask'],
  becomes,
});
/** A document alone: the registered phone is shown too, by the link that goes there. */
const byLink: Expected = {
  hears: ['cardStatus.frozen', 'instructions.byLink', 'unfreeze.confirm'],
  linked: ['secureLink.sent'],
  becomes: 'frozen',
};
/** The same for every freeze that is not lifted here: what to bring, where, and whom to call. */
const staff: Expected = { hears: ['cardStatus.needsStaff', 'anythingElse'], becomes: 'frozen' };

/** What becomes of each card of the demo bank, by its last four digits. */
const expected: Record<string, Expected> = {
  '1114': both,
  '2228': both,
  '3332': both,
  '4446': {
    hears: ['cardStatus.frozen', 'instructions.transactionPassword', 'unfreeze.confirm'],
    gives: ['transactionPassword'],
    becomes: 'active',
  },
  '2226': byLink,
  '5558': staff,
  '6662': staff,
  '7776': nothingFrozen('active'),
  '8880': nothingFrozen('active'),
  '9994': both,
  '1104': nothingFrozen('closed'),
};

describe('each customer of the demo bank, through the page', function () {
  this.timeout(60_000);
  const here = withBrowser();
  let chat: ChatPage;

  for (const { latinName, language, reserved, cards } of demoCustomers()) {
    for (const { number } of cards) {
      const lastFour = number.slice(-4);
      const { hears, gives = [], linked = [], becomes } = expected[lastFour] ?? nothingFrozen('');
      const outcome =
        gives.length > 0
          ? `unfreezes the card ending ${lastFour} with ${gives.join(' and ')}`
          : `hears ${hears[0]} of the card ending ${lastFour}`;

      it(`${latinName} ${outcome}`, async () => {
        chat = await here.open({ locale: locales[language], width: 360 });
        await chat.choose(ordinarySentences.text(language, 'choice.unfreeze'));
        await chat.waitForMessage('cardNumber.ask');
        await chat.say(number);
        await chat.waitForMessage(hears.at(-1) ?? '');
        if (gives.length + linked.length > 0)
          await chat.choose(ordinarySentences.text(language, 'choice.yes'));
        for (const item of gives) {
          const document = reserved.identityDocument?.number;
          const value = item === 'identityDocument' ? document : reserved.transactionPassword;
          await chat.fillSecureForm(String(value), item);
        }
        const asked = gives.map((item) => `${item}.ask`);
        const end = gives.length > 0 ? [...asked, 'outcome.unfrozen', 'solved.ask'] : linked;
        await chat.waitForMessage([...hears, ...end].at(-1) ?? '');
        const heard = (await chat.heard()).map(({ messageId }) => messageId);
        assert.deepEqual(heard, ['greeting', 'cardNumber.ask', ...hears, ...end]);
        assert.ok((await chat.heard())[2]?.text.includes(lastFour));
        assert.equal(await chat.forms().count(), gives.length);
        assert.equal((await here.thawline.cards())[lastFour]?.status, becomes);
        assert.deepEqual(await chat.axe(), []);
        await chat.assertNoComplaints();
      });
    }
  }

  it('leaves as they were the cards that nobody could unfreeze here', async () => {
    const cards = await here.thawline.cards();
    assert.deepEqual(Object.keys(cards).sort(), Object.keys(expected).sort());
    const frozen = Object.values(cards).filter(({ status }) => status === 'frozen');
    assert.deepEqual(frozen.map(({ last4 }) => last4).sort(), ['2226', '5558', '6662']);
    assert.ok(Object.values(cards).every((card) => card.remoteUnfreezingLockedUntil === null));
  });
});
