import assert from 'node:assert/strict';
import { pageWords } from '../../bot/pages/pageWords.ts';
import { languages } from '../../kit/language.ts';
import { words } from '../../web/chat/words.ts';

describe('the words of the chat page', () => {
  it('say the same things in every language', () => {
    const [first, ...others] = languages.map((language) => Object.keys(words[language]).sort());
    for (const keys of others) assert.deepEqual(keys, first);
    for (const language of languages) {
      assert.ok(Object.values(words[language]).every((text) => text.trim() !== ''));
    }
  });

  it('begin as the page does before its script runs', () => {
    for (const language of languages) {
      const { title, loading, titleOfWindow } = words[language];
      assert.deepEqual({ title, loading }, pageWords[language]);
      assert.equal(titleOfWindow, `${title} · Thawline`);
    }
  });

  it('address the customer politely', () => {
    for (const language of ['zh-Hans', 'zh-Hant'] as const) {
      assert.doesNotMatch(Object.values(words[language]).join(), /你/);
    }
  });
});
