import assert from 'node:assert/strict';
import { acceptedLanguage } from '../../../kit/pages/acceptedLanguage.ts';

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
});
