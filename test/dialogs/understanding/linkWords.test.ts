import assert from 'node:assert/strict';
import { isPlainLinkWish } from '../../../dialogs/understanding/linkWords.ts';

describe('the wish for a link', () => {
  it('is an answer where nothing but the wish and a yes is in the words', () => {
    for (const text of [
      'send me a link',
      'yes, a link please',
      'text me please',
      '发链接给我',
      '好，傳連結給我',
      '发短信给我',
    ])
      assert.ok(isPlainLinkWish(text), text);
  });

  it('is a story where more is told', () => {
    for (const text of [
      'my wife has the card, send her a link',
      '我老公在开会，发个链接给他吧',
      'unfreeze my card',
      '',
    ])
      assert.ok(!isPlainLinkWish(text), text);
  });
});
