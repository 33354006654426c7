import assert from 'node:assert/strict';
import fc from 'fast-check';
import { numbersIn, replaceNumbers } from '../../../words/numbers/numbersIn.ts';

const digitsIn = (text: string) => numbersIn(text).map(({ digits }) => digits);

describe('the numbers of a text', () => {
  const said: [text: string, digits: string][] = [
    ['six two oh zero', '6200'],
    ['Six, two, double zero, triple five.', '6200555'],
    ['one to for ate nine', '12489'],
    ['6200 0000 double one 14', '620000001114'],
    ['sixty-two eleven forty', '621140'],
    ['nine ninety nine', '999'],
    ['one hundred and eleven', '111'],
    ['six thousand two hundred', '6200'],
    ['one thousand one hundred fourteen', '1114'],
    ['eigth sevne fuor', '874'],
    ['幺二三，四五六', '123456'],
    ['六十二', '62'],
    ['一千一百一十四', '1114'],
    ['十一 廿八', '1128'],
    ['七洞洞拐', '7007'],
    ['2468O1', '246801'],
    ['6️⃣②２٠', '6220'],
  ];
  for (const [text, digits] of said)
    it(`are ${digits} in "${text}"`, () => assert.deepEqual(digitsIn(text), [digits]));

  it('are none of the words that sound like them, and end where other words stand', () => {
    for (const text of ['I need to pay for it', 'what for', '什么', 'oh no', 'won it'])
      assert.deepEqual(digitsIn(text), [], text);
    assert.deepEqual(digitsIn('card 6200 and pin 1234'), ['6200', '1234']);
  });

  it('leave a letter that touches digits to whoever reads documents', () => {
    assert.deepEqual(digitsIn('O1234567'), ['1234567']);
    assert.deepEqual(digitsIn('24680a'), ['24680']);
  });

  it('stand alone where nothing but politeness is beside them', () => {
    for (const text of ['62', '62 please', '好的，62，谢谢', '**62**'])
      assert.ok(numbersIn(text)[0]?.isAlone, text);
    for (const text of ['62 days', '62天']) assert.ok(!numbersIn(text)[0]?.isAlone, text);
  });

  it('are replaced where they stand, in whatever text', () => {
    assert.equal(
      replaceNumbers('my card ６２ 00, ok', () => '#'),
      'my card #, ok',
    );
  });

  it('come back whatever is said for each of their digits', () => {
    const forms = ['零〇○0', '一幺壹①', '二两贰２', '三叁3', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'];
    const digit = fc
      .nat(9)
      .chain((value) => fc.constantFrom(...(forms[value] ?? '')).map((form) => ({ value, form })));
    fc.assert(
      fc.property(fc.array(digit, { minLength: 1, maxLength: 20 }), (each) => {
        const text = each.map(({ form }) => form).join('');
        assert.deepEqual(digitsIn(text), [each.map(({ value }) => value).join('')]);
      }),
    );
  });
});
