import assert from 'node:assert/strict';
import { givesCardNumber, looksLikeTalk } from '../../../bot/terminal/talk.ts';

describe('talk while a secret is asked for', () => {
  it('is a command or a sentence without a number', () => {
    for (const text of [
      'cancel',
      'why do you ask?',
      '取消',
      '为什么要这个',
      'I do not know it',
      '人工',
      "I'll be back in 5 minutes",
      '等我5分钟',
      'it starts with 95',
    ]) {
      assert.equal(looksLikeTalk(text), true, text);
    }
  });

  it('is nothing with a number, and no single word that may be a mistyped password', () => {
    for (const text of [
      '246801',
      '2468O1',
      'hunter2',
      'qwerty',
      'my password is 246801',
      '２４６８',
      '24',
      'two four',
      'it is 246',
      'A1 B2 C3',
    ]) {
      assert.equal(looksLikeTalk(text), false, text);
    }
  });
});

describe('a card that is named while a secret is asked for', () => {
  it('is called one', () => {
    assert.ok(givesCardNumber('no, my card is 6200 0000 0000 0011 114'));
    assert.ok(!givesCardNumber('6200000000000011114'));
    assert.ok(!givesCardNumber('my card is frozen'));
  });
});
