import assert from 'node:assert/strict';
import { ordinarySentences } from '../../dialogs/messages/wording.ts';
import { regionOf, regionOfPhone } from '../../kit/wordingRegion.ts';
import { chatPage } from '../../words/chatPage.ts';
import { catalogue, type MessageId } from '../../words/conversation.ts';
import { allSaidAt, saidAt } from '../../words/hongKong.ts';
import { notices } from '../../words/notices.ts';
import { secureForm } from '../../words/secureForm.ts';

/** Words of Taiwan that nobody in Hong Kong writes or says. */
const ofTaiwan = /井字|米字|末四碼|簡訊|身分|服務人員|資訊|網路|帳戶|線上|行動銀行|專人|轉帳|唸/;
const facts = {
  ...{
    bank: '港灣銀行',
    lastFour: '1114',
    reference: '4f2a91c0',
    cards: ['1114', '2228'],
    count: 6,
    agent: '請致電',
    reasons: '長期未使用',
  },
  ...{
    items: '證件號碼',
    wait: '5 分鐘',
    ago: '5 分鐘',
    channel: '電話',
    phone: '+85221234567',
    caseId: 'K-4821',
  },
  ...{ when: '09:00', place: 2, hours: '全天', choice: '查詢', key: 1, code: '1234 5678 90123' },
};

describe('the words of a place', () => {
  it('are Hong Kong’s for a locale of Hong Kong or Macau and for Cantonese, in whatever form a phone sends it', () => {
    for (const locale of [
      'zh-HK',
      'zh_HK',
      'zh-Hant-HK',
      'zh_HK_#Hant',
      'zh-Hant-MO',
      'yue',
      'yue-Hant-HK',
      'zh-HK-u-nu-hanidec',
    ])
      assert.equal(regionOf(locale), 'hongKong', locale);
    for (const locale of ['zh-TW', 'zh-Hant', 'zh-Hant-TW', 'zh_TW_#Hant', 'yue-CN', 'en', '', undefined])
      assert.equal(regionOf(locale), undefined, locale);
  });

  it('have no word of Taiwan for Hong Kong, read or heard', () => {
    for (const id of Object.keys(catalogue).filter((one) => !one.startsWith('language.')) as MessageId[]) {
      for (const how of ['text', 'speech'] as const) {
        const sentence = ordinarySentences[how]('zh-Hant', id, facts, 'hongKong');
        assert.doesNotMatch(sentence, ofTaiwan, `${id}: ${sentence}`);
      }
    }
    assert.match(ordinarySentences.speech('zh-Hant', 'identityDocument.ask', {}), /井字鍵.*米字鍵/);
    assert.match(
      ordinarySentences.speech('zh-Hant', 'identityDocument.ask', {}, 'hongKong'),
      /井號鍵.*星號鍵/,
    );
  });

  it('are those of a telephone of Hong Kong or Macau', () => {
    assert.deepEqual(['+85221234567', '+85328123456', '+886912345678'].map(regionOfPhone), [
      'hongKong',
      'hongKong',
      undefined,
    ]);
  });

  it('have no word of Taiwan on the pages and in the texts, however deep it stands', () => {
    for (const surface of [chatPage, secureForm, notices]) {
      const said = JSON.stringify(allSaidAt('hongKong', 'zh-Hant', surface['zh-Hant']));
      assert.doesNotMatch(said, ofTaiwan);
      assert.match(JSON.stringify(surface['zh-Hant']), ofTaiwan, 'there was one');
      for (const language of ['zh-Hans', 'en'] as const)
        assert.deepEqual(allSaidAt('hongKong', language, surface[language]), surface[language]);
    }
  });

  it('change nothing in another language', () => {
    assert.equal(saidAt('hongKong', 'zh-Hans', '短信簡訊'), '短信簡訊');
    assert.equal(saidAt(undefined, 'zh-Hant', '簡訊'), '簡訊');
  });

  it('are taken for the choice that they are, since they are sent back as they are shown', () => {
    for (const id of Object.keys(catalogue).filter((one) => one.startsWith('choice.')) as MessageId[]) {
      const shown = ordinarySentences.text('zh-Hant', id, facts, 'hongKong');
      const usual = ordinarySentences.text('zh-Hant', id, facts);
      assert.equal(ordinarySentences.labelled(shown), ordinarySentences.labelled(usual), id);
    }
  });
});
