import assert from 'node:assert/strict';
import { placeNamed } from '../../../words/numbers/place.ts';

describe('a place in a list', () => {
  it('is named by a number or a word alone', () => {
    for (const text of [
      '2',
      '２',
      '②',
      '2️⃣',
      '2.',
      '(2)',
      '#2',
      'two',
      'Two.',
      'the second one',
      '2nd',
      'option 2',
      'number two',
    ])
      assert.equal(placeNamed(text), 2, text);
    for (const text of ['二', '两', '第二个', '选二', '選第二項', '2号', '二吧'])
      assert.equal(placeNamed(text), 2, text);
  });

  it('is none in a sentence, and none beyond nine', () => {
    for (const text of [
      '22',
      '0',
      'two cards',
      'one card',
      'the first card',
      '第一张',
      '第一張',
      '一张',
      'second thoughts',
      '第二天',
      'one moment',
      '',
      '2222',
      'x'.repeat(100),
    ])
      assert.equal(placeNamed(text), undefined, text);
  });
});
