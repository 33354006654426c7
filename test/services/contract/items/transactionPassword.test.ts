import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  checkTransactionPassword,
  type TransactionPasswordProblem,
} from '../../../../services/contract/items/transactionPassword.ts';

describe('a transaction password', () => {
  it('is any six digits, zeros in front and all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (value) => {
        const password = String(value).padStart(6, '0');
        assert.deepEqual(checkTransactionPassword(password), { value: password });
      }),
    );
  });

  const ways: [way: string, typed: string][] = [
    ['in full-width digits', '２４６８０１'],
    ['in Chinese digits', '二四六八零一'],
    ['with blanks and dashes', ' 246-801\n'],
    ['one digit at a time', '2 4 6 8 0 1'],
    ['with invisible characters', '\u200b246801\ufeff'],
    ['with a letter that looks like a digit', '24680l'],
    ['with a comma', '246,801'],
    ['in digits of another script', '٢٤٦٨٠١'],
    ['in Chinese digits and ordinary ones', '二四六801'],
    ['in words', 'two four six eight oh one'],
  ];
  for (const [way, typed] of ways) {
    it(`is read when it is written ${way}`, () => {
      assert.deepEqual(checkTransactionPassword(typed), { value: '246801' });
    });
  }

  const wrong: [what: string, typed: string, problem: TransactionPasswordProblem, count: number][] = [
    ['nothing', '', 'length', 0],
    ['blanks', '   ', 'length', 0],
    ['five digits', '24680', 'length', 5],
    ['five digits and a blank', '24680 ', 'length', 5],
    ['seven digits', '2468013', 'length', 7],
    ['seven full-width digits', '２４６８０１３', 'length', 7],
    ['six letters', 'secret', 'notDigits', 6],
    ['a letter among digits', '24680a', 'notDigits', 6],
    ['a sign', '+24680', 'notDigits', 6],
  ];
  for (const [what, typed, problem, count] of wrong) {
    it(`is not ${what}`, () => assert.deepEqual(checkTransactionPassword(typed), { problem, count }));
  }
});
