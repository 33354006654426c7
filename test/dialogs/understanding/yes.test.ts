import assert from 'node:assert/strict';
import { plainText } from '../../../dialogs/understanding/plainText.ts';
import { afterYes, saysYes, saysYesToUnfreezing } from '../../../dialogs/understanding/yes.ts';
import { noYes, yesPhrases } from '../../../dialogs/understanding/yesWords.ts';
import { languages } from '../../../kit/language.ts';
import { repliesOf } from '../prompts/yes/replies.ts';

const isYes = (text: string) => saysYesToUnfreezing(text, '1114');

describe('a yes to unfreezing the card that was named', () => {
  for (const language of languages) {
    it(`is none of the replies that are no yes, in ${language}`, () => {
      const replies = repliesOf('noYes', language);
      assert.ok(replies.length >= 200);
      assert.deepEqual(replies.filter(isYes), []);
    });

    it(`is taken at once in 95 of 100, in ${language}`, () => {
      const replies = repliesOf('yes', language).filter((text) => !/^[1一]$|^第一[个個]$/.test(text));
      assert.ok(replies.length >= 140);
      const missed = replies.filter((text) => !isYes(text));
      assert.ok(missed.length <= replies.length * 0.05, missed.join('; '));
    });
  }

  it('may name it by its last four digits, and no other number', () => {
    for (const text of [
      'yes, the one ending 1114',
      '是，尾号1114',
      '１１１４，係',
      'yes one one one four',
      '尾号一一一四，是的',
    ])
      assert.ok(isYes(text), text);
    for (const text of [
      'yes, the one ending 2228',
      'yes 11114',
      'yes 1114 and 2228',
      'yes 111',
      'yes one one one five',
    ])
      assert.ok(!isYes(text), text);
  });

  it('is no yes to anything else where it is a wish, haste or "it is my card" alone', () => {
    for (const text of ['unfreeze it', 'now please', 'it is my card', '快点', '就是這張']) {
      assert.ok(isYes(text), text);
      assert.ok(!saysYes(text), text);
    }
  });

  it('is none with a picture beside it that mocks', () => {
    for (const text of ['👍', 'yes 🙏', 'ok 👌🏽']) assert.ok(saysYes(text), text);
    for (const text of ['yes 🙄', 'sure 😂', '👍👎', '🙏', '']) assert.ok(!isYes(text), text);
  });

  it('is short', () => {
    assert.ok(isYes('yes '.repeat(40)));
    assert.ok(!isYes('yes '.repeat(60)));
  });
});

describe('the words of a yes', () => {
  it('are written as they are read', () => {
    const strange = [...yesPhrases.keys(), ...noYes].filter((phrase) => plainText(phrase) !== phrase);
    assert.deepEqual(strange, []);
  });

  it('part a wish from the yes before it', () => {
    assert.equal(afterYes('ok cancel it'), 'cancel it');
    assert.equal(afterYes('好的|转人工'), '转人工');
    assert.equal(afterYes('okra'), undefined);
    assert.equal(afterYes('yes'), undefined);
  });
});
