import assert from 'node:assert/strict';
import { type Language, languages } from '../../kit/language.ts';
import { channelNames } from '../../words/channelNames.ts';
import { chatPage } from '../../words/chatPage.ts';
import { deskAnswers } from '../../words/deskAnswers.ts';
import { deskPage } from '../../words/deskPage.ts';
import { embed } from '../../words/embed.ts';
import { notices } from '../../words/notices.ts';
import { page } from '../../words/page.ts';
import { secureForm } from '../../words/secureForm.ts';
import { telephonePage } from '../../words/telephonePage.ts';

const surfaces = {
  channelNames,
  chatPage,
  deskAnswers,
  deskPage,
  embed,
  notices,
  page,
  secureForm,
  telephonePage,
};

type Words = { readonly [id: string]: string | Words };

/** Every text by its id, such as `secureForm.locked.until`. */
function textsOf(words: Words, above: string): [id: string, text: string][] {
  return Object.entries(words).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [[`${above}.${key}`, inner]] : textsOf(inner, `${above}.${key}`),
  );
}

const factsIn = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();

for (const [surface, words] of Object.entries<Record<Language, Words>>(surfaces)) {
  describe(`the words of the surface ${surface}`, () => {
    const source = new Map(textsOf(words['zh-Hans'], surface));
    const texts = languages.flatMap((language) =>
      textsOf(words[language], surface).map(([id, text]) => ({ language, id, text })),
    );

    it('say the same in every language, with the same facts', () => {
      for (const language of languages)
        assert.deepEqual(
          textsOf(words[language], surface).map(([id, text]) => [id, factsIn(text)]),
          [...source].map(([id, text]) => [id, factsIn(text)]),
        );
      for (const { id, text } of texts) assert.ok(text.trim(), id);
    });

    it('address the customer politely, in Chinese of the right script', () => {
      for (const { language, id, text } of texts) {
        if (language !== 'en') assert.doesNotMatch(text, /你/, id);
        if (language === 'zh-Hans') assert.doesNotMatch(text, /[凍請號碼證這個們為]/, id);
        if (language === 'zh-Hant') assert.doesNotMatch(text, /[冻请号码证这个们为]/, id);
      }
    });
  });
}
