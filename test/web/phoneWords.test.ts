import assert from 'node:assert/strict';
import { phoneTitle } from '../../demo/phoneHtml.ts';
import { words } from '../../demo/web/words.ts';
import { languages } from '../../kit/language.ts';

describe('the words of the telephone’s page', () => {
  it('are there in every language, and polite', () => {
    for (const language of languages) {
      const own = {
        ...words[language],
        ...words[language].keyName,
        ...words[language].app,
        keyName: '-',
        app: '-',
      };
      assert.deepEqual(Object.keys(words[language]).sort(), Object.keys(words.en).sort());
      assert.ok(Object.values(own).every((word) => word.trim() !== ''));
      assert.doesNotMatch(Object.values(own).join(), /你/);
      assert.equal(words[language].title, phoneTitle[language]);
    }
  });
});
