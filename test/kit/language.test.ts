import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Language, languages } from '../../kit/language.ts';
import { nearestLanguage } from '../../kit/nearestLanguage.ts';

/** What browsers, telephones and channels send as the language of their user. */
const tags: Record<Language, (string | undefined)[]> = {
  'zh-Hans': [
    'zh',
    'zh-CN',
    'zh-SG',
    'zh-MY',
    'zh-Hans',
    'zh-Hans-CN',
    'zh-Hans-HK',
    'yue-CN',
    'cmn-Hans-CN',
    'cmn',
  ],
  'zh-Hant': [
    'zh-TW',
    'zh-HK',
    'zh-MO',
    'zh-Hant',
    'zh-Hant-HK',
    'zh-Hant-CN',
    'cmn-TW',
    'yue',
    'zh-yue',
    'yue-Hant-HK',
  ],
  en: ['en', 'en-US', 'en-GB', 'en-HK', 'fr', 'ja-JP', 'ko', 'de-CH-1996', '', undefined],
};

describe('the nearest language', () => {
  for (const language of languages) {
    for (const tag of tags[language]) {
      it(`is ${language} for ${tag === '' ? 'an empty tag' : (tag ?? 'no tag')}`, () => {
        assert.equal(nearestLanguage(tag), language);
      });
    }

    it(`of ${language} is ${language}`, () => assert.equal(nearestLanguage(language), language));
  }

  it('does not depend on capitals or on the underscore of a platform’s own locale names', () => {
    for (const [tag, language] of [
      ['ZH-tw', 'zh-Hant'],
      ['zh_HK', 'zh-Hant'],
      ['ZH_HANT_hk', 'zh-Hant'],
      ['zh-hans-tw', 'zh-Hans'],
      ['EN_gb', 'en'],
      ['zh_HK_#Hant', 'zh-Hant'],
      ['zh_TW_#Hans', 'zh-Hans'],
      ['zh_CN.UTF-8', 'zh-Hans'],
    ] as const) {
      assert.equal(nearestLanguage(tag), language, tag);
    }
  });

  it('does not depend on an extension', () => {
    assert.equal(nearestLanguage('zh-CN-u-nu-hanidec-x-hk'), 'zh-Hans');
    assert.equal(nearestLanguage('zh-TW-u-co-zhuyin'), 'zh-Hant');
    assert.equal(nearestLanguage('en-u-ca-roc-x-zh'), 'en');
  });

  it('is Traditional Chinese for the places only, not for languages that have their letters', () => {
    for (const tag of ['tw', 'tw-GH', 'hant', 'en-TW', 'mo', 'zha', 'zhx-TW', 'x-zh-TW']) {
      assert.equal(nearestLanguage(tag), 'en', tag);
    }
  });

  it('is English for anything that is no tag', () => {
    for (const tag of ['*', '-', '--', ' zh-CN', '中文', 'z'.repeat(10_000), '__proto__', '<script>']) {
      assert.equal(nearestLanguage(tag), 'en', tag.slice(0, 20));
    }
  });

  it('is always one of the three', () => {
    const tag = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('zh', 'yue', 'cmn', 'Hans', 'Hant', 'TW', 'CN', 'en', ''))
        .map((p) => p.join('-')),
    );
    fc.assert(fc.property(tag, (any) => assert.ok(languages.includes(nearestLanguage(any)))));
  });
});
