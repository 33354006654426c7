import assert from 'node:assert/strict';
import { besideKinds, readBeside, readWishes } from '../../../dialogs/understanding/besideCorpus.ts';
import { spread } from '../../../dialogs/understanding/combinations.ts';
import { Intent } from '../../../dialogs/understanding/intents.ts';
import { plainText } from '../../../dialogs/understanding/plainText.ts';
import { languages } from '../../../kit/language.ts';

/** How many subjects of a kind there are at least, and how many different sentences of each. */
const least = { bank: { subjects: 80, sentences: 60 }, daily: { subjects: 150, sentences: 15 } } as const;
const taught = languages;

describe('the sentences of subjects that are none of ours', () => {
  for (const language of taught)
    for (const kind of besideKinds)
      it(`are enough of each ${kind} subject in ${language}`, () => {
        const ofSubject = Map.groupBy(readBeside(language, kind), ({ subject }) => subject);
        const few = [...ofSubject].filter(
          ([, examples]) => new Set(examples.map(({ text }) => plainText(text))).size < least[kind].sentences,
        );
        assert.deepEqual(
          few.map(([subject]) => subject),
          [],
        );
        assert.ok(ofSubject.size >= least[kind].subjects, `${ofSubject.size} subjects`);
      });

  it('come once each in their normal form', () => {
    const seen = new Set<string>();
    const twice = taught
      .flatMap((language) => besideKinds.flatMap((kind) => readBeside(language, kind)))
      .filter(({ text }) => {
        const plain = plainText(text);
        const isKnown = seen.has(plain);
        seen.add(plain);
        return isKnown;
      });
    assert.deepEqual(twice, []);
  });
});

describe('more sentences of our own intents', () => {
  it('are two thousand at least in English, and 900 in each Chinese', () => {
    for (const [language, least] of [
      ['en', 2000],
      ['zh-Hans', 900],
      ['zh-Hant', 900],
    ] as const) {
      const wishes = Intent.options.flatMap((intent) => readWishes(language, intent));
      assert.ok(new Set(wishes.map(({ text }) => plainText(text))).size >= least, language);
    }
  });

  it('stand under a heading each, in all languages that have any', () => {
    for (const language of languages)
      for (const intent of Intent.options)
        assert.deepEqual(
          readWishes(language, intent).filter(({ subject }) => subject === ''),
          [],
        );
  });
});

describe('a line with alternatives', () => {
  it('becomes each with each', () => {
    assert.deepEqual(spread('(is|was) it (free|cheap)', 8), [
      'is it free',
      'is it cheap',
      'was it free',
      'was it cheap',
    ]);
  });

  it('is read with and without what a question mark follows', () => {
    assert.deepEqual(spread('is it (really )?free', 8), ['is it really free', 'is it free']);
  });

  it('becomes no more sentences than are enough, from its whole width', () => {
    assert.deepEqual(spread('(a|b|c|d|e|f)', 3), ['a', 'c', 'e']);
  });
});
