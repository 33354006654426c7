import assert from 'node:assert/strict';
import { unbranded } from '../../../brand/brand.ts';
import { isDisowning } from '../../../dialogs/understanding/notMe.ts';
import { languages } from '../../../kit/language.ts';
import { channels } from '../../../services/contract/channels.ts';
import { receiptText } from '../../../services/notifications/receiptText.ts';
import { usualProfiles } from '../../../services/profiles/profileSettings.ts';
import { numbers, textForms, usualForm } from '../profiles/forms.ts';

describe('the text of a receipt', () => {
  const at = '2026-11-24T16:05:00.000Z';
  const code = '1234567890123';
  const letterhead = { timeZone: 'Asia/Shanghai', agentPhone: '+862025550100' };
  const text = (language: (typeof languages)[number], channel: (typeof channels)[number]) =>
    receiptText({ language, facts: { lastFour: '1114', at, channel }, code }, letterhead, usualForm);

  it('says which card, when by the bank’s clock, by which channel, and what to do', () => {
    assert.equal(
      text('zh-Hans', 'webChat'),
      '您尾号 1114 的银行卡已于 2026年11月25日 00:05 通过网上对话解冻。如非本人操作，请立即回复“不是我”，或致电 +862025550100。',
    );
    assert.equal(
      text('zh-Hant', 'voice'),
      '您末四碼 1114 的銀行卡已於 2026/11/25 00:05 透過電話解凍。如非本人操作，請立即回覆「不是我」，或致電 +862025550100。',
    );
    assert.equal(
      text('en', 'sms'),
      'Your card ending 1114 was unfrozen on Nov 25, 2026, 00:05 by SMS. If that was not you, reply NOT ME or call +862025550100 now.',
    );
  });

  it('names the number on the card where the bank has given none', () => {
    const message = { language: 'en', facts: { lastFour: '1114', at, channel: 'voice' } } as const;
    assert.match(
      receiptText({ ...message, code }, { timeZone: 'UTC', agentPhone: undefined }, usualForm),
      /the number on your card now\.$/,
    );
  });

  it('fits two segments, in every language and for every channel', () => {
    const alphabet = /^[\x20-\x5f\x61-\x7a]*$/;
    for (const language of languages) {
      for (const channel of channels) {
        const receipt = text(language, channel);
        // 3GPP TS 23.038: what fits the short alphabet has 153 characters in a segment of several, all else 67.
        assert.ok(receipt.length <= 2 * (alphabet.test(receipt) ? 153 : 67), receipt);
      }
    }
  });

  it('asks for no reply where none can come, says so, and is signed as the country wants it', () => {
    const message = { facts: { lastFour: '1114', at, channel: 'sms' } } as const;
    for (const language of languages) {
      const form = textForms().of(numbers.cn);
      const receipt = receiptText({ language, ...message, code }, letterhead, form);
      assert.doesNotMatch(receipt, /(?:回复“|回覆「|reply )(?:不是我|NOT ME)/);
      assert.match(receipt, /^【Thawline】.*\+862025550100/);
      assert.match(receipt, /1234 5678 90123.*(请勿回复|無法回覆|cannot be answered)/);
    }
    const byName = textForms(usualProfiles, false).of(numbers.other);
    assert.match(
      receiptText({ language: 'en', ...message, code }, letterhead, byName),
      /^Your card .* call \+862025550100 now\. This message cannot/,
    );
    const inHongKong = receiptText(
      { language: 'en', ...message, code },
      letterhead,
      textForms().of(numbers.hk),
    );
    assert.match(inHongKong, /^Thawline: Your card/);
  });

  it('has the words of Hong Kong on a telephone of Hong Kong, and leaves the bank its name', () => {
    const written = (phone: string) =>
      receiptText(
        { language: 'zh-Hant', facts: { lastFour: '1114', at, channel: 'sms' }, code },
        { ...letterhead, brand: { ...unbranded, short: { ...unbranded.bank, 'zh-Hant': '線上銀行' } } },
        textForms().of(phone),
      );
    assert.match(written(numbers.hk), /線上銀行.*尾四位/);
    assert.match(written(numbers.tw), /線上銀行.*末四碼/);
  });

  it('asks for words that freeze the card again', () => {
    for (const language of languages) {
      const [, asked = ''] = /(?:回复“|回覆「|reply )(不是我|NOT ME)/.exec(text(language, 'sms')) ?? [];
      assert.ok(isDisowning(asked), language);
    }
  });
});
