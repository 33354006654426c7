import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mask, secretsIn, withoutSecrets } from '../../../bot/terminal/secretsInText.ts';

const card = '6200000000000011114';
const document = '11010519491231002X';

const found = (text: string, cardNumberAsked = false) => secretsIn(text, { cardNumberAsked });
const kinds = (text: string, cardNumberAsked = false) => found(text, cardNumberAsked).map(({ kind }) => kind);

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
      const [one] = found(text);
      assert.deepEqual(one?.kind === 'cardNumber' && one.number, card, text);
    }
  });

  it('is a malformed card number from twelve digits on, and what is meant as one where a number is asked for', () => {
    const malformed = { kind: 'malformedCardNumber', start: 0 };
    const short = '620000000001';
    assert.deepEqual(found(short), [{ ...malformed, end: 12, digits: short, problem: 'length', count: 12 }]);
    const wrong = '6200000000000011141';
    assert.deepEqual(found(wrong), [
      { ...malformed, end: 19, digits: wrong, problem: 'checkDigit', count: 19 },
    ]);
    for (const text of ['12345', '62', 'it is 62000', 'it ends in 1114', '尾号1114'])
      assert.deepEqual(kinds(text, true), ['malformedCardNumber'], text);
    for (const text of ['it starts with 95', "I'll be back in 5 minutes", 'since 2024'])
      assert.deepEqual(kinds(text, true), [], text);
    assert.deepEqual(kinds('12345'), []);
  });

  it('is counted without the words and numbers around it', () => {
    const [one] = found('my card from 2024 is 62000 00001', true);
    assert.deepEqual(one?.kind === 'malformedCardNumber' && one.count, 10);
  });

  it('is no card of the digits of another, wrong one', () => {
    assert.deepEqual(kinds('6200 0000 0000 0011 113'), ['malformedCardNumber']);
    assert.deepEqual(kinds('4111 1111 1111 1111 6200 0000 0000 0011 114'), ['cardNumber', 'cardNumber']);
  });

  it('is a telephone number where it reads like one, which is masked and called nothing else', () => {
    for (const text of [
      'my phone number is 13800138000',
      '手机 138 0013 8000',
      '+852 9123 4567',
      'call me on 91234567',
    ])
      assert.deepEqual(kinds(text), ['telephone'], text);
    const [one] = found('13800138000', true);
    assert.deepEqual(one?.kind === 'malformedCardNumber' && one.problem, 'telephone');
    assert.equal(withoutSecrets('my phone number is 13800138000'), `my phone number is ${mask}`);
  });

  it('is the code on the back of a card, and whatever has three digits beside a secret', () => {
    for (const text of ['the cvc is 123', 'the code on the back is 123', '安全码123'])
      assert.deepEqual(kinds(text), ['stray'], text);
    assert.equal(withoutSecrets(`${card} exp 12/28 cvc 123`), `${mask} exp 12/28 cvc ${mask}`);
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
      assert.deepEqual(kinds(text), ['stray'], text);
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
      'I paid 300, 500 and then 20',
      'on 2024/1/2',
      'my card ending 1114 was declined 3 times',
      'wrong password 3 times',
      'I want to pay for two or three things at once',
      'one for you and one for me',
      '给我两个，一共三千二百块',
      '一下子就好，十分钟',
      'oh no, to whom?',
      '什么时候，怎么办',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });

  it('is found at the end of the longest text that a channel takes', () => {
    const filler = 'a … b ';
    for (const secret of [card, document, '246801', 'A123456(3)']) {
      const text = `${filler.repeat(Math.floor((4000 - secret.length) / filler.length))}${secret}`;
      assert.notDeepEqual(found(text), [], secret);
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
