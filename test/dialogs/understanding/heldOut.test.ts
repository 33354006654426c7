import assert from 'node:assert/strict';
import { evaluate } from '../../../bench/understanding/evaluation.ts';
import { readBatches, readSentences, sets } from '../../../bench/understanding/sentences.ts';
import { readCorpus } from '../../../dialogs/understanding/corpus.ts';
import { Intent } from '../../../dialogs/understanding/intents.ts';
import { plainText } from '../../../dialogs/understanding/plainText.ts';
import { understand } from '../../../dialogs/understanding/understand.ts';
import { languages } from '../../../kit/language.ts';

const all = languages.flatMap((language) => readSentences('heldOut', language));
const learnt = new Set(readCorpus().map(({ text }) => text));
const classified = (text: string) => understand(text).intent;

describe('what is understood of sentences that were not learnt', () => {
  it('is right in 95 of 100, in each language in 93', () => {
    assert.ok(evaluate(all, classified).accuracy >= 0.95);
    for (const language of languages) {
      const { accuracy } = evaluate(readSentences('heldOut', language), classified);
      assert.ok(accuracy >= 0.93, `${language}: ${accuracy}`);
    }
  });

  for (const language of languages) {
    it(`is never unfreezing where something else is meant, in ${language}`, () => {
      const sentences = sets.flatMap((set) => readSentences(set, language));
      assert.ok(sentences.filter(({ intent }) => intent !== 'unfreeze').length >= 600);
      assert.deepEqual(evaluate(sentences, classified).takenAsUnfreeze, []);
    });
  }

  for (const language of languages) {
    it(`is right in 94 of 100 of the batches, and falls into no trap, in ${language}`, () => {
      const { sentences, notUnfreezing } = readBatches(language, learnt);
      assert.ok(sentences.length >= 300 && notUnfreezing.length >= 350);
      const { accuracy, takenAsUnfreeze } = evaluate(sentences, classified);
      assert.ok(accuracy >= 0.94, `${language}: ${accuracy}`);
      assert.deepEqual(takenAsUnfreeze, []);
      assert.deepEqual(
        notUnfreezing.filter((text) => classified(text) === 'unfreeze'),
        [],
      );
    });
  }

  it('is tried with 25 sentences at least for each intent and language', () => {
    for (const language of languages) {
      const sentences = readSentences('heldOut', language);
      for (const intent of Intent.options) {
        const count = sentences.filter((sentence) => sentence.intent === intent).length;
        assert.ok(count >= 25, `${intent} in ${language}: ${count}`);
      }
    }
  });
});

describe('the corpus', () => {
  it('holds none of the sentences that it is tried with', () => {
    const sentences = languages.flatMap((language) => sets.flatMap((set) => readSentences(set, language)));
    assert.deepEqual(
      sentences.filter(({ text }) => learnt.has(text)),
      [],
    );
  });

  it('means one thing by each sentence', () => {
    const meant = new Map<string, Intent>();
    const twice = readCorpus().filter(({ text, intent }) => {
      const plain = plainText(text);
      const other = meant.get(plain) ?? intent;
      meant.set(plain, other);
      return other !== intent;
    });
    assert.deepEqual(twice, []);
  });
});
