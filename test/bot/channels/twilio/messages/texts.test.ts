import assert from 'node:assert/strict';
import fc from 'fast-check';
import { segments, withPlainSigns } from '../../../../../bot/channels/twilio/messages/segments.ts';
import { joined, longestMessage } from '../../../../../bot/channels/twilio/messages/texts.ts';

describe('the texts of an answer', () => {
  it('go into as few messages as hold them, in order, each part whole', () => {
    const [a, b, c] = ['a'.repeat(200), 'b'.repeat(119), 'c'.repeat(100)];
    assert.deepEqual(joined([a, b, c]), [`${a}\n${b}`, c]);
    assert.deepEqual(joined(['', ' ', 'one']), ['one']);
    assert.deepEqual(joined([]), []);
  });

  it('are cut at the end of a sentence, then of a word, and never in the middle of a sign', () => {
    const sentence = `The ${'word '.repeat(35)}ends. `;
    const cut = joined([sentence.repeat(3)]);
    assert.ok(cut.length === 3 && cut.every((text) => text.endsWith('ends.')), String(cut));
    const chinese = '您的卡片已经解冻，现在可以使用。'.repeat(30);
    for (const text of joined([chinese])) assert.match(text, /。$/);
    const family = '👩‍👩‍👧‍👦'.repeat(60);
    for (const text of joined([family])) assert.match(text, /^(👩‍👩‍👧‍👦)+$/u);
  });

  it('lose nothing and are never too long, whatever they say', () => {
    const part = fc.string({ unit: 'grapheme', maxLength: 900 });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        const messages = joined(parts);
        assert.ok(messages.every((text) => text.length <= longestMessage && text.trim() === text));
        const closed = (texts: readonly string[]) => texts.join('').replace(/\s/g, '');
        assert.equal(closed(messages), closed(parts));
      }),
    );
  });
});

describe('the segments of an SMS', () => {
  const lengths: [string, number][] = [
    ['x'.repeat(160), 1],
    ['x'.repeat(161), 2],
    ['x'.repeat(306), 2],
    ['x'.repeat(307), 3],
    ['€'.repeat(80), 1],
    ['€'.repeat(81), 2],
    ['冻'.repeat(70), 1],
    ['冻'.repeat(71), 2],
    ['冻'.repeat(134), 2],
    ['🙂'.repeat(36), 2],
    [`${'x'.repeat(69)}’`, 1],
    [`${'x'.repeat(70)}’`, 2],
  ];
  for (const [text, count] of lengths) {
    it(`are ${count} for ${text.length} characters such as ${[...text].at(-1)}`, () => {
      assert.equal(segments(text), count);
    });
  }

  it('are fewer with plain signs, which a text gets where they bring it into the GSM alphabet', () => {
    const written = 'Say “cancel” — it’s free…';
    assert.equal(withPlainSigns(written), 'Say "cancel" - it\'s free...');
    assert.equal(withPlainSigns('说“取消”'), '说“取消”');
  });
});
