import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findSecret, looksLikeTalk, mask, withoutSecrets } from '../../../bot/terminal/secretsInText.ts';

const card = '6200000000000011114';
const document = '11010519491231002X';

describe('a secret in a text', () => {
  it('is found as a card number in any grouping', () => {
    const typed = [
      card,
      '6200 0000 0000 0011 114',
      '6200-0000-0000-0011-114',
      `my card ${card} is frozen`,
      `我的卡${card}被冻结了`,
    ];
    for (const text of typed) {
      const found = findSecret(text, false);
      assert.deepEqual(found?.kind === 'cardNumber' && found.number, card, text);
    }
  });

  it('is a malformed card number from twelve digits on, and from one on where a number is asked for', () => {
    assert.deepEqual(findSecret('620000000001', false), {
      kind: 'malformedCardNumber',
      text: '620000000001',
      problem: 'length',
      count: 12,
    });
    const swapped = '6200000000000011141';
    assert.deepEqual(findSecret(swapped, false), {
      kind: 'malformedCardNumber',
      text: swapped,
      problem: 'checkDigit',
      count: 19,
    });
    assert.equal(findSecret('12345', true)?.kind, 'malformedCardNumber');
    assert.equal(findSecret('12345', false), undefined);
  });

  it('is a stray one where it has the form of an identity document or a password', () => {
    for (const text of [
      document,
      document.toLowerCase(),
      '110105 19491231 002x',
      '246801',
      'it is 246801',
      'A123456(3)',
      'E12345678',
    ]) {
      assert.equal(findSecret(text, false)?.kind, 'stray', text);
    }
  });

  it('is not seen in what customers say about everyday things', () => {
    for (const text of [
      'since 2024',
      'at 12:30',
      'three times',
      '第3次',
      'I paid 300 for it',
      '5 minutes ago',
    ]) {
      assert.equal(findSecret(text, false), undefined, text);
    }
  });

  it('is found at the end of the longest text that a channel takes', () => {
    const filler = 'a … b ';
    for (const secret of [card, document, '246801', 'A123456(3)']) {
      const text = `${filler.repeat(Math.floor((4000 - secret.length) / filler.length))}${secret}`;
      assert.notEqual(findSecret(text, false), undefined, secret);
      assert.ok(withoutSecrets(text).endsWith(` ${mask}`), secret);
    }
  });

  it('is gone from the masked text, whatever stands around it', () => {
    const secret = fc.constantFrom(card, document, '246801', '11010519491231002x');
    const around = fc.string({ unit: fc.constantFrom(...'abc ,。：我的卡 \n') });
    fc.assert(
      fc.property(around, secret, around, (before, middle, after) => {
        const masked = withoutSecrets(`${before} ${middle} ${after}`);
        assert.ok(!masked.includes(middle.slice(0, -1)), masked);
      }),
    );
  });
});

describe('talk while a secret is asked for', () => {
  it('is a command or a sentence without digits', () => {
    for (const text of ['cancel', 'why do you ask?', '取消', '为什么要这个', 'I do not know it', '人工']) {
      assert.equal(looksLikeTalk(text), true, text);
    }
  });

  it('is nothing with a digit, and no single word that may be a mistyped password', () => {
    for (const text of ['246801', '2468O1', 'hunter2', 'qwerty', 'my password is 246801', '２４６８']) {
      assert.equal(looksLikeTalk(text), false, text);
    }
  });
});
