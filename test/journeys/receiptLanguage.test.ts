import assert from 'node:assert/strict';
import type { Language } from '../../kit/language.ts';
import { InProcessConversation } from '../scenarios/inProcess.ts';
import { ScenarioBank } from '../scenarios/scenarioBank.ts';
import { zhaoLei } from '../services/testBank.ts';

/** The locale of the telephone, what its owner answers to the receipt, and the language of what they then hear. */
const answered: readonly [Language, string, Language][] = [
  ['zh-Hans', 'That was not me', 'en'],
  ['zh-Hans', 'not me!', 'en'],
  ['zh-Hant', 'I did not unfreeze anything', 'en'],
  ['en', '不是我', 'zh-Hans'],
  ['en', '我没有解冻过', 'zh-Hans'],
  ['en', '唔係我', 'zh-Hant'],
  ['zh-Hans', '這不是我做的', 'zh-Hant'],
];

describe('the answer to a receipt', () => {
  let bank: ScenarioBank;
  before(async () => {
    bank = await ScenarioBank.open();
  });
  after(() => bank.close());

  for (const [locale, text, language] of answered)
    it(`is heard in the language that it was written in: ${text} at a telephone of ${locale}`, async () => {
      await bank.reset();
      const request = await bank.bank.authenticationRequest(zhaoLei.number);
      await bank.bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
      const { phone } = zhaoLei;
      const place = { channelId: 'thawline-sms', user: phone, phone };
      const heard = await new InProcessConversation(bank, locale, place).takes({ does: 'says', text });
      assert.equal(heard[0]?.messageId, 'disowned.frozenAgain');
      assert.deepEqual([...new Set(heard.map((one) => one.locale))], [language]);
    });
});
