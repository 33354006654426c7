import assert from 'node:assert/strict';
import fc from 'fast-check';
import { spokenDigits } from '../../../../../bot/channels/twilio/voice/spokenDigits.ts';

describe('digits that were spoken', () => {
  it('are read from English words', () => {
    assert.equal(spokenDigits('six two oh zero'), '6200');
    assert.equal(spokenDigits('Six, two, double zero, triple five.'), '6200555');
    assert.equal(spokenDigits('one to for ate nine'), '12489');
    assert.equal(spokenDigits('6200 0000 double one 14'), '620000001114');
  });

  it('are read from Chinese ones, of the telephone too', () => {
    assert.equal(spokenDigits('六二零零'), '6200');
    assert.equal(spokenDigits('幺二三，四五六'), '123456');
    assert.equal(spokenDigits('七八九〇'), '7890');
    assert.equal(spokenDigits('六二 00 零'), '62000');
  });

  it('are not seen in what is more than digits', () => {
    for (const words of ['to', 'I need to pay for it', 'my card is six two', '我的卡', 'yes', '']) {
      assert.equal(spokenDigits(words), { to: '2' }[words], words);
    }
  });

  it('come back whatever is said for each of them', () => {
    const forms = ['零〇', '一幺', '二两', '三', '四', '五', '六', '七拐', '八', '九勾'].map((each) => [
      ...each,
    ]);
    const digit = fc
      .nat(9)
      .chain((value) => fc.tuple(fc.constant(value), fc.constantFrom(...(forms[value] ?? []))));
    fc.assert(
      fc.property(fc.array(digit, { minLength: 1, maxLength: 20 }), (said) => {
        assert.equal(
          spokenDigits(said.map(([, form]) => form).join('')),
          said.map(([value]) => value).join(''),
        );
      }),
      { numRuns: 200 },
    );
  });
});
