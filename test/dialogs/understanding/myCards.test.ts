import assert from 'node:assert/strict';
import { asksForCards, cardQuestions } from '../../../dialogs/understanding/myCards.ts';

describe('a question which cards are frozen', () => {
  it('is known by whole sentences, each with one that it takes and one that it leaves', () => {
    for (const { takes, leaves } of cardQuestions) {
      assert.ok(asksForCards(takes), takes);
      assert.ok(!asksForCards(leaves), leaves);
    }
  });

  it('is known in each language, and is none with more beside it', () => {
    for (const text of [
      'which cards are frozen',
      'what other cards of mine are blocked',
      'is any of my other cards frozen',
      '我有哪些卡被冻结',
      '别的卡也冻结了吗',
      '我仲有邊張卡凍結咗',
    ])
      assert.ok(asksForCards(text), text);
    for (const text of [
      'is my card frozen',
      'my cards were stolen',
      'freeze my other card',
      '我的卡丢了，别的卡也冻结吧',
    ])
      assert.ok(!asksForCards(text), text);
  });
});
