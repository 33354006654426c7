import assert from 'node:assert/strict';
import { readBatches, readSentences } from '../../../bench/understanding/sentences.ts';
import { evaluateTopics, topicOf } from '../../../bench/understanding/topicEvaluation.ts';
import { readCorpus } from '../../../dialogs/understanding/corpus.ts';
import { countOf, readTopicCorpus } from '../../../dialogs/understanding/topicCorpus.ts';
import { topicWords } from '../../../dialogs/understanding/topicModel.ts';
import { Topics } from '../../../dialogs/understanding/topics.ts';
import { languages } from '../../../kit/language.ts';
import { topicIds } from '../../../words/topics.ts';

const learnt = new Set(readCorpus().map(({ text }) => text));

describe('the topics that customers ask about', () => {
  for (const language of languages)
    it(`are told apart in sentences that were not learnt, in ${language}`, () => {
      const { right, wrong, count } = evaluateTopics(language);
      assert.ok(right / count >= 0.74, `${right} of ${count}`);
      assert.ok(wrong.length <= 3, wrong.join('; '));
    });

  it('take nothing from a loss, a yes, a no, a wish to unfreeze or a way back', () => {
    const kept = [
      'unfreeze',
      'freezeOrReport',
      'affirm',
      'deny',
      'cancel',
      'startOver',
      'goBack',
      'repeat',
      'greet',
    ];
    const mayBe = new Set(['relative', 'holderDead', 'minor', 'powerOfAttorney', 'fraudVictim']);
    const taken = languages
      .flatMap((language) => [
        ...readSentences('heldOut', language),
        ...readBatches(language, learnt).sentences,
      ])
      .filter(({ intent }) => kept.includes(intent))
      .filter(({ text }) => !mayBe.has(topicOf(text) ?? 'relative'));
    assert.deepEqual(taken, []);
  });

  it('are not looked for in a number, unless it is a sentence of the bank’s own', () => {
    const model = () => assert.fail('the model is asked');
    const said = { words: '••••1114', intent: 'none' } as const;
    assert.equal(new Topics({ model }).of(said), undefined);
    assert.equal(new Topics({ model, own: new Map([['0', 'fraudVictim']]) }).of({ ...said }), 'fraudVictim');
  });

  it('leave to the question how what is needed for unfreezing, and answer what a branch wants to see', () => {
    for (const text of [
      'what documents do I need to unfreeze my card',
      '解冻需要带什么材料',
      '解凍要準備咩證件',
    ])
      assert.equal(topicOf(text), undefined, text);
    for (const text of ['what do I have to bring to the branch', '去网点要带什么证件', '去分行要帶咩文件'])
      assert.equal(topicOf(text), 'whatToBring', text);
  });

  it('leave to the wish for a person whoever wants a manager', () => {
    for (const text of ['get me your manager', '叫你们经理出来', '叫你哋經理出嚟同我講'])
      assert.equal(topicOf(text), undefined, text);
  });

  it('have forty sentences at least in each language, none of them twice for two topics', () => {
    for (const topic of topicIds)
      for (const language of languages) {
        const count = countOf(language, topic);
        assert.ok(count >= 40, `${topic} in ${language}: ${count}`);
      }
    const meant = new Map<string, string>();
    const twice = readTopicCorpus().filter(({ text, subject }) => {
      const other = meant.get(text) ?? subject;
      meant.set(text, other);
      return other !== subject;
    });
    assert.deepEqual(twice, []);
  });

  it('have words of their own, each list with a name of its own', () => {
    const names = topicWords.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
  });
});
