import assert from 'node:assert/strict';
import { acceptedLanguage, acceptedRegion } from '../../../kit/pages/acceptedLanguage.ts';

describe('the language that a browser wishes for', () => {
  const wishes: [string | undefined, string][] = [
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['zh-TW,zh;q=0.9', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['yue', 'zh-Hant'],
    ['en-GB,zh-CN;q=0.9', 'en'],
    ['de-DE, fr;q=0.9, zh-Hant;q=0.5', 'zh-Hant'],
    ['en;q=0.3, zh-CN;q=0.7', 'zh-Hans'],
    ['zh;q=0, en', 'en'],
    ['fr', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ];
  for (const [header, language] of wishes) {
    it(`is ${language} by ${header}`, () => assert.equal(acceptedLanguage(header), language));
  }

  it('says where its reader is by the first tag of traditional characters', () => {
    for (const header of ['zh-HK', 'en-GB,zh-HK;q=0.5', 'zh-Hant-MO,zh-TW;q=0.9', 'yue'])
      assert.equal(acceptedRegion(header), 'hongKong', header);
    for (const header of ['zh-TW,zh-HK;q=0.9', 'en-HK,en', 'zh-CN', 'zh-Hans-HK', '', undefined])
      assert.equal(acceptedRegion(header), undefined, header);
  });
});
