import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CardNumber, checkCardNumber } from '../../../services/contract/card.ts';

/** Published test numbers of the card schemes, and made-up ones in the lengths that no scheme publishes. */
const wellFormed: [length: number, number: string][] = [
  [13, '4222222222222'],
  [14, '30569309025904'],
  [15, '378282246310005'],
  [16, '4111111111111111'],
  [17, '62000000000000018'],
  [18, '620000000000000013'],
  [19, '6200000000000011114'],
];

const payload = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 18 })
  .map((d) => d.join(''));
const accepts = (typed: string) => checkCardNumber(typed).problem === undefined;
const withCheckDigit = (digits: string) =>
  '0123456789'
    .split('')
    .map((last) => digits + last)
    .filter(accepts);

describe('a card number', () => {
  for (const [length, number] of wellFormed) {
    it(`may have ${length} digits`, () => {
      assert.equal(number.length, length);
      assert.deepEqual(checkCardNumber(number), { value: number });
    });
  }

  for (const number of ['0', '400000000002', '42222222222220000006', '0'.repeat(400)]) {
    it(`never has ${number.length} digits, even where the check digit fits`, () => {
      assert.deepEqual(checkCardNumber(number), { problem: 'length', count: number.length });
    });
  }

  const ways: [way: string, typed: string][] = [
    ['in groups', '4111 1111 1111 1111'],
    ['with hyphens', '4111-1111-1111-1111'],
    ['with a dash from a text processor', '4111–1111—1111‑1111'],
    ['with dots', '4111.1111·1111.1111'],
    ['in full-width digits', '４１１１１１１１１１１１１１１１'],
    ['in full-width groups', '４１１１　１１１１－１１１１　１１１１'],
    ['in Chinese digits', '四一一一 一一一一 壹壹壹壹 幺幺幺幺'],
    ['with blanks around it and a line end', '\t 4111111111111111\r\n'],
    ['with the invisible marks of a copied number', '\u202a4111\u200b11111111\ufeff1111\u202c'],
  ];
  for (const [way, typed] of ways) {
    it(`is read when it is written ${way}`, () => {
      assert.deepEqual(checkCardNumber(typed), { value: '4111111111111111' });
    });
  }

  it('consists of digits', () => {
    for (const typed of ['', '4111a11111111111', 'card', '+411111111111111']) {
      assert.deepEqual(checkCardNumber(typed), { problem: 'notDigits', count: typed.length });
    }
  });

  it('has one check digit that fits', () => {
    fc.assert(fc.property(payload, (digits) => assert.equal(withCheckDigit(digits).length, 1)));
  });

  it('is refused after any change of one digit', () => {
    fc.assert(
      fc.property(payload, fc.nat(), fc.integer({ min: 1, max: 9 }), (digits, anywhere, change) => {
        const [number = ''] = withCheckDigit(digits);
        const place = anywhere % number.length;
        const wrong = (Number(number[place]) + change) % 10;
        assert.deepEqual(checkCardNumber(number.slice(0, place) + wrong + number.slice(place + 1)), {
          problem: 'checkDigit',
          count: number.length,
        });
      }),
    );
  });

  it('is refused after two different neighbours changed places, 0 and 9 aside', () => {
    const digits = '40128888173456789';
    const [valid = ''] = withCheckDigit(digits);
    for (let place = 0; place + 1 < valid.length; place++) {
      const [first = '', second = ''] = valid.slice(place, place + 2);
      if (first === second || '09 90'.includes(first + second)) continue;
      assert.equal(accepts(valid.slice(0, place) + second + first + valid.slice(place + 2)), false);
    }
  });

  it('is read by its schema as digits alone, so that one card has one name', () => {
    for (const typed of ['4111 1111 1111 1111', '４１１１１１１１１１１１１１１１']) {
      assert.equal(CardNumber.parse(typed), '4111111111111111');
    }
  });

  it('is told from other text by its schema', () => {
    assert.equal(CardNumber.parse('4111111111111111'), '4111111111111111');
    for (const wrong of ['4111111111111112', '', 'card', 4111111111111111, null, ['4111111111111111']]) {
      assert.equal(CardNumber.safeParse(wrong).success, false, String(wrong));
    }
  });
});
