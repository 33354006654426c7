import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  longestText,
  normalText,
  readPart,
  utteranceText,
  withoutControls,
  withoutDirections,
} from '../../kit/customerText.ts';
import { repeated, signs, words } from '../readers/worstTexts.ts';

describe('the text of a customer as it is read', () => {
  it('is all of it up to the longest that any channel takes, and nothing behind that', () => {
    const longest = repeated(' abc', longestText);
    assert.equal(readPart(longest), longest);
    assert.equal(readPart(`${longest}6200000000000011114`), longest);
    assert.equal(normalText(`${longest}６２`), longest);
  });

  it('is read whole where its normal form is not twice as long, and else cut in that form', () => {
    const some = `${repeated('…', 1000)}${repeated('a', 2000)}`;
    assert.equal(readPart(some), some);
    assert.equal(normalText(some), some.normalize('NFKC'));
    const grown = readPart(repeated('ﷺ', 4000));
    assert.ok(grown.length <= longestText);
    assert.ok('ﷺ'.normalize('NFKC').repeat(4000).startsWith(grown));
  });

  it('holds no more marks on one letter than any writing needs', () => {
    const thirty = `e${repeated('\u0327\u0301', 30)}`;
    assert.equal(readPart(thirty), thirty);
    assert.equal(readPart(`e${repeated('\u0327\u0301', 4000)} 1234`), `${thirty} 1234`);
    assert.equal(normalText(repeated('ﾞ\u0327', 4000)).length, 30);
  });

  it('keeps nothing that is not read, whatever the text', () => {
    const unit = fc.constantFrom(...signs, ...words);
    const text = fc
      .tuple(fc.array(unit, { minLength: 1, maxLength: 4 }), fc.nat(9000))
      .map(([units, length]) => repeated(units.join(''), length));
    fc.assert(
      fc.property(text, (written) => {
        const kept = readPart(written);
        assert.equal(normalText(kept), kept.normalize('NFKC'));
        assert.ok(kept.length <= longestText && normalText(written).length <= 2 * longestText);
      }),
    );
  });

  it('is never cut within a number, whose beginning could pass for another', () => {
    for (const number of ['6200 0000 0000 0011 114', '１１０１０５１９４９１２３１００２Ｘ', '二四六八零一'])
      for (let before = longestText - number.length; before < longestText; before++) {
        const text = `${repeated('ab ', before)}${number}`;
        const isWhole = text.length <= longestText;
        assert.equal(/[\d１-９二]/u.test(readPart(text)), isWhole, `${number} after ${before}`);
      }
  });

  it('is not cut between the halves of a surrogate pair', () => {
    for (const before of [0, 1]) {
      const text = `${'a'.repeat(before)}${'👍'.repeat(longestText)}`;
      assert.ok(readPart(text).isWellFormed());
      assert.ok(normalText(text, 500).isWellFormed());
    }
  });

  it('is understood by all of it where it is short, and by both ends where it is long, cut between words', () => {
    const short = `first ${repeated('words ', 900)} last`;
    assert.equal(utteranceText(short), short);
    const long = utteranceText(`first ${repeated('shibboleth ', 3000)} last ６`);
    assert.match(long, /^first shibboleth [^\n]*shibboleth ?\n shibboleth .* last 6$/s);
    assert.ok(long.length <= 1001);
    assert.ok(utteranceText('👍'.repeat(3000)).isWellFormed());
    const behind = repeated('a', longestText);
    assert.doesNotMatch(utteranceText(`${behind} unfreeze`), /unfreeze/);
  });

  it('shows in no other direction than it is written', () => {
    const turned = '\u202e4111\u202c \u2066card\u2069 \u200f\u061cof mine\u200e';
    assert.equal(withoutDirections(turned), '4111 card of mine');
    assert.equal(withoutDirections('بطاقتي 1114 👨‍👩‍👧'), 'بطاقتي 1114 👨‍👩‍👧');
  });

  it('has no control characters but line break and tab, and no half of a pair', () => {
    assert.equal(withoutControls('a\0b\u0085c\n\td\ud83d'), 'abc\n\td\ufffd');
  });
});
