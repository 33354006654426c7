import assert from 'node:assert/strict';
import { caseCode } from '../../../bot/terminal/caseCode.ts';
import { findCaseCode } from '../../../bot/terminal/codeInText.ts';
import { checkCardNumber } from '../../../services/contract/card.ts';
import { testKey } from '../../testKey.ts';

const key = testKey(7);

describe('a code', () => {
  it('has thirteen digits in groups, is no card number, and is another one for each case and place', () => {
    const codes = new Set<string>();
    for (let place = 0; place < 500; place++) {
      const code = caseCode(key, 'case', place);
      assert.match(code, /^\d{4} \d{4} \d{5}$/);
      assert.equal(checkCardNumber(code).problem, 'checkDigit');
      codes.add(code);
    }
    assert.equal(codes.size, 500);
    assert.notEqual(caseCode(key, 'case', 1), caseCode(key, 'other', 1));
    assert.notEqual(caseCode(key, 'case', 1), caseCode(testKey(8), 'case', 1));
    assert.equal(caseCode(key, 'case', 1), caseCode(key, 'case', 1));
  });
});

describe('a code in a text', () => {
  const code = '1234567890123';
  const found = (text: string, secretAsked = false) => findCaseCode(text, { secretAsked });

  it('is found alone or named, however it is grouped', () => {
    for (const text of [
      code,
      '1234 5678 90123',
      '1234-5678-90123.',
      '１２３４５６７８９０１２３',
      'code 1234 5678 90123',
      'my code is 1234567890123, thanks',
      '续办码 1234 5678 90123',
      '我的續辦碼是1234567890123',
    ])
      assert.equal(found(text), code, text);
  });

  it('is not seen in card numbers, telephone numbers, shorter or longer ones, or two of them', () => {
    for (const text of [
      '6200000000000011114',
      '1234567890128',
      '+8613800138000',
      'my card is 1234567890123',
      '卡号 1234567890123',
      'call me on 1234567890123',
      '123456789012',
      '12345678901234',
      'code 1234567890123 or 1234567890124',
      'code',
    ])
      assert.equal(found(text), undefined, text);
  });

  it('must be named where a secret is asked for, since half a document’s number has as many digits', () => {
    assert.equal(found(code, true), undefined);
    assert.equal(found(`code ${code}`, true), code);
  });
});
