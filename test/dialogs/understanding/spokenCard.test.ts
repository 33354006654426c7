import assert from 'node:assert/strict';
import { meansSpokenCard } from '../../../dialogs/understanding/spokenCard.ts';

describe('the card just spoken of', () => {
  it('is meant where "it" or "still" is asked about', () => {
    for (const text of [
      'is it frozen',
      'still frozen?',
      'check that card again',
      '它还冻结吗',
      '再查一下',
      '呢張卡仲凍結緊？',
    ])
      assert.ok(meansSpokenCard(text), text);
  });

  it('is not meant by who asks about a card or another one', () => {
    for (const text of [
      'check my card',
      'my other card, is it frozen',
      '查我的卡',
      '另一张卡呢，它冻结了吗',
      '',
    ])
      assert.ok(!meansSpokenCard(text), text);
  });
});
