import assert from 'node:assert/strict';
import { explain } from '../../../dialogs/understanding/explain.ts';
import { guardOf } from '../../../dialogs/understanding/guard.ts';
import { plainText } from '../../../dialogs/understanding/plainText.ts';

/** A sentence for each rule of the guard. */
const held = {
  lossOrFreeze: ['my card was stolen, unfreeze it', '先别解冻 卡丢了'],
  refused: ['do not unfreeze my card', '不要解冻'],
  stateAsked: ['has it been unfrozen', '解冻了没有'],
  toldOf: ['who unfroze my card', '誰解凍了我的卡'],
  otherThings: ['what does unfreeze mean', '手机解锁'],
  howAtEnd: ['how do i unfreeze it', '怎么解冻'],
  howAsked: ['i must unfreeze it', '卡锁了怎么办帮我解开'],
  thingBeside: ['the card froze in turkey last week'],
  lackAsked: ['can i unfreeze it without my letter', '卡不在身边可以解冻吗'],
  ofOthers: ['秘书可以帮我解冻吗', '我朋友的卡冻了，帮忙解冻'],
  otherThingNamed: ['unfreeze the fillet'],
  thingInStory: [
    'I paused it at dinner when I was drunk, the waiter wants paying now, so switch it on again',
    '昨晚肉铺老板来收钱我付不出去，是我自己锁的，现在给我解开吧',
  ],
  noCardNamed: ['高汤快速解冻'],
  noPasswordError: ['i never mistyped my pin'],
  noWordOfUnfreezing: ['thank you for the card'],
} as const;

describe('why a sentence is understood so', () => {
  for (const [rule, sentences] of Object.entries(held))
    it(`names the rule ${rule} of the guard`, () => {
      for (const sentence of sentences) assert.equal(guardOf(plainText(sentence))?.rule, rule, sentence);
    });

  it('lets the model be surer than a rule that looks for words, and never than one that looks for a loss or a refusal', () => {
    for (const yields of ['howAsked', 'thingBeside', 'noCardNamed', 'noWordOfUnfreezing'] as const)
      for (const sentence of held[yields])
        assert.equal(guardOf(plainText(sentence), 0.92)?.rule, undefined, sentence);
    for (const sentence of held.howAtEnd) {
      assert.equal(guardOf(plainText(sentence), 0.92)?.rule, 'howAtEnd', sentence);
      assert.equal(guardOf(plainText(sentence), 0.97)?.rule, undefined, sentence);
    }
    for (const yields of ['otherThingNamed', 'thingInStory'] as const)
      for (const sentence of held[yields]) {
        assert.equal(guardOf(plainText(sentence), 0.98)?.rule, yields, sentence);
        assert.equal(guardOf(plainText(sentence), 0.995)?.rule, undefined, sentence);
      }
    for (const holds of [
      'lossOrFreeze',
      'refused',
      'toldOf',
      'stateAsked',
      'otherThings',
      'ofOthers',
      'noPasswordError',
      'lackAsked',
    ] as const)
      for (const sentence of held[holds])
        assert.equal(guardOf(plainText(sentence), 1)?.rule, holds, sentence);
  });

  it('names no rule where nothing stands against unfreezing', () => {
    for (const wish of ['please unfreeze my card', '帮我解冻', '解除凍結']) {
      const { guard, isPlainRequest, intents } = explain(wish);
      assert.equal(guard, undefined, wish);
      assert.ok(isPlainRequest);
      assert.ok((intents.unfreeze ?? 0) > 0.4);
    }
  });

  it('shows the normal form, and no number of the customer in it', () => {
    const { normalForm, kernel } = explain('PLEASE unfreeze 6217 0000 1111 1114');
    assert.equal(normalForm, 'please unfreeze 0');
    assert.equal(kernel, 'unfreeze 0');
  });

  it('shows the parts of a yes, and whether a loss is reported', () => {
    assert.ok(explain('yes please').yes?.includes('yes'));
    assert.equal(explain('I lost my card').reportsLoss, true);
  });

  it('has an answer for what says nothing', () => {
    assert.deepEqual(explain('').normalForm, '');
  });
});
