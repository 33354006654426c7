import assert from 'node:assert/strict';
import { canBeCode, checkEnteredCode, inGroups } from '../../../services/contract/enteredCode.ts';
import { newCode } from '../../../services/notifications/linkCode.ts';

/** No card number: its check digit does not fit. */
const code = '1234567890123';

describe('a code that is entered', () => {
  it('is read however it was typed, spaced, dictated or copied', () => {
    assert.ok(canBeCode(code));
    const forms = [
      code,
      inGroups(code),
      '１２３４　５６７８　９０１２３',
      '1234-5678-90123',
      '\u200b1234 5678 90123\n',
      '一二三四五六七八九〇一二三',
    ];
    for (const typed of forms) assert.equal(checkEnteredCode(typed).value, code, typed);
  });

  it('is told from what is none, each by its own name', () => {
    const wrong: [typed: string, problem: string, count: number][] = [
      ['', 'empty', 0],
      [' \u3000\t', 'empty', 0],
      ['1234 5678 9012A', 'letters', 13],
      ['code?', 'letters', 5],
      ['1234 5678', 'length', 8],
      ['1234 5678 901234', 'length', 14],
      ['6200000000000011114', 'cardNumber', 19],
      ['4111111111111111', 'cardNumber', 16],
      ['4222222222222', 'cardNumber', 13],
      ['9'.repeat(4000), 'length', 4000],
    ];
    for (const [typed, problem, count] of wrong)
      assert.deepEqual(checkEnteredCode(typed), { problem, count }, typed.slice(0, 40));
  });

  it('may be its first eight digits where the case was begun in that browser', () => {
    assert.equal(checkEnteredCode('1234 5678', true).value, '12345678');
    assert.equal(checkEnteredCode(code, true).value, code);
    assert.deepEqual(checkEnteredCode('1234 567', true), { problem: 'lengthHere', count: 7 });
  });

  it('is never made so that it could be a card number, and keeps its zeros', () => {
    const drawn = [4222222222222, 7];
    assert.equal(
      newCode(() => drawn.shift() ?? 0),
      '0000000000007',
    );
    for (let times = 0; times < 500; times++) assert.ok(canBeCode(newCode()));
  });
});
