import assert from 'node:assert/strict';
import { maskedWords } from '../../../bot/events/maskedWords.ts';
import { numbersIn } from '../../../words/numbers/numbersIn.ts';
import { cardForms, documentForms, passwordForms } from '../terminal/numberForms.ts';

describe('the words that are kept of a sentence', () => {
  it('hold no number, in whatever form it was written or said, alone or with words around it', () => {
    const kept = [...cardForms, ...documentForms, ...passwordForms].flatMap(({ text }) =>
      [text, `why is ${text} no good to you`, `我的卡${text}怎么回事呀`].flatMap((sentence) => {
        const words = maskedWords(sentence);
        const left = words === undefined ? [] : numbersIn(words).filter(({ digits }) => digits.length > 2);
        return left.length > 0 ? [`${sentence} => ${words}`] : [];
      }),
    );
    assert.deepEqual(kept, []);
  });

  it('hold no address and no word with a digit in it', () => {
    assert.equal(maskedWords('write to li.na@bank.example or www.bank.example'), 'write to • or •');
    assert.equal(maskedWords('my pass is s3cret please take it'), 'my pass is • please take it');
  });

  it('are the words otherwise, in every language', () => {
    for (const words of ['can I have it in blue', '我想要蓝色的', '我想要藍色嗰張'])
      assert.equal(maskedWords(words), words);
  });

  it('are none where a word stands alone: it may be a password', () => {
    for (const words of ['hunter', 'correct', '密码', '', '••••', '246801'])
      assert.equal(maskedWords(words), undefined, words);
  });
});
