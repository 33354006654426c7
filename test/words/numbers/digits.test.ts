import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compact, withArabicDigits } from '../../../words/numbers/digits.ts';

const forms = ['零〇', '一壹幺', '二贰貳', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'];

describe('Chinese digits', () => {
  for (const [digit, ways] of forms.entries()) {
    it(`are ${digit} as ${[...ways].join(', ')}`, () => {
      for (const form of ways) assert.equal(withArabicDigits(form.repeat(4)), String(digit).repeat(4));
    });
  }

  const sentences: [rule: string, text: string, read: string][] = [
    ['leave the words around them', '卡号六二二五谢谢', '卡号6225谢谢'],
    ['keep the blanks between their groups', '六二二五 八八八八　〇〇', '6225 8888　00'],
    ['may be one by one', '六-二-二-五', '6-2-2-5'],
    ['are read in every run', '一二三四，五六七八', '1234，5678'],
    ['are words where there are fewer than four', '第三方，一二三，〇', '第三方，一二三，〇'],
    ['are words where something stands between them', '一二和三四', '一二和三四'],
    ['are no run over a wide gap', '一二  三四', '一二  三四'],
    ['are not counted together with ordinary ones', '12三四五', '12三四五'],
    ['do not include ten and above', '一五一十百千', '一五一十百千'],
  ];
  for (const [rule, text, read] of sentences) {
    it(rule, () => assert.equal(withArabicDigits(text), read));
  }
});

describe('the one form of what people type', () => {
  const typed: [what: string, text: string, read: string][] = [
    ['full-width letters and digits', 'Ａｚ０９', 'Az09'],
    ['brackets and hyphens of any width', '（１）－２(3)', '123'],
    ['Chinese digits across blanks', '一二 三四', '1234'],
    ['blanks of every kind', ' 1\t2\n3\r4\u00a05\u20096\u30007\ufeff8 ', '12345678'],
    ['dashes of every kind', '1-2\u20103\u20114\u20135\u20146\ufe637\uff0d8', '12345678'],
    ['invisible characters', '1\u200b2\u200d3\u20604\u00ad5\u202a6\u202c7\u200f8', '12345678'],
    ['dots', '1.2·3．4', '1234'],
    ['letters, which stay as they are', 'aX é 中', 'aXé中'],
    ['what parts the groups of one number', '1/2 | 3, 4_5', '12345'],
    ['words for digits, tens and repetitions', 'two four double eight o one', '248801'],
    ['digits of any script, in circles, on keys', '٦② 4️⃣ ➇', '6248'],
    ['letters for digits beside digits', '2468O1', '246801'],
    ['other signs, which stay', '1+x', '1+x'],
    ['nothing', '', ''],
  ];
  for (const [what, text, read] of typed) {
    it(`takes ${what}`, () => assert.equal(compact(text), read));
  }

  it('is its own form', () => {
    const unit = fc.constantFrom(...`0189axX０９ｘ一二三〇壹幺十 -–—\u3000\u200b.·()（）/和`);
    fc.assert(
      fc.property(fc.string({ unit }), (text) => assert.equal(compact(compact(text)), compact(text))),
    );
  });

  it('is the same for a plain number as for one that is typed with a blank before it', () => {
    const number = fc.tuple(
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1 }),
      fc.constantFrom('', 'X'),
    );
    fc.assert(
      fc.property(number, ([digits, last]) => {
        const plain = digits + last;
        assert.equal(compact(plain), plain);
        assert.equal(compact(` ${plain}`), plain);
      }),
    );
  });
});
