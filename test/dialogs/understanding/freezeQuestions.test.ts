import assert from 'node:assert/strict';
import {
  freezeQuestionIn,
  freezeQuestions,
  isBareWhy,
} from '../../../dialogs/understanding/freezeQuestions.ts';

describe('a question about the freeze itself', () => {
  it('is heard by each pattern in its example, and not in what is near it', () => {
    for (const { asks, takes, leaves } of freezeQuestions) {
      assert.equal(freezeQuestionIn(takes), asks, takes);
      assert.equal(freezeQuestionIn(leaves), undefined, leaves);
    }
  });

  it('is heard with words before it, in three languages and their speech', () => {
    for (const [text, asks] of [
      ['actually stop, first tell me why it was frozen', 'why'],
      ['How come my account got blocked?', 'why'],
      ['点解我张卡俾人锁咗', 'why'],
      ['請問為什麼被凍結', 'why'],
      ['but who froze my card', 'who'],
      ['是誰凍結了我的卡？', 'who'],
      ['邊個凍結㗎', 'who'],
      ['since when is it frozen', 'when'],
      ['幾時凍結㗎', 'when'],
      ['which card do you mean?', 'whichCard'],
      ['是這張卡嗎', 'whichCard'],
    ] as const)
      assert.equal(freezeQuestionIn(text), asks, text);
  });

  it('is not heard in what says more: that is a report, a wish or a yes first', () => {
    for (const text of [
      'who froze my card? it was stolen',
      'why was it frozen, unfreeze it',
      'freeze my card',
      'who stole my card',
      'who unfroze my card?',
      'that card',
      '那张卡',
      '谁解冻了我的卡',
      '谁偷了我的卡',
      '冻结我的卡',
      '什么时候可以用',
      'yes',
      '',
      `why ${'is '.repeat(200)} frozen`,
    ])
      assert.equal(freezeQuestionIn(text), undefined, text);
  });

  it('may be a bare why', () => {
    for (const text of ['why?', 'but why', '为什么', '點解呀', '為何？']) assert.ok(isBareWhy(text), text);
    for (const text of ['why me', '为什么不行', 'yes']) assert.ok(!isBareWhy(text), text);
  });
});
