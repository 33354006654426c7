import assert from 'node:assert/strict';
import { asideIn, meansOtherCard } from '../../../dialogs/understanding/asides.ts';
import type { Aside } from '../../../words/heard.ts';

const asked: Record<Aside, string[]> = {
  howLong: ['how long will it take?', 'How much time does this need', '要多久', '需要几分钟？', '要多耐'],
  isItSafe: ['is it safe?', 'are you real', 'can I trust this', '安全吗', '會不會洩露'],
  whatNeeded: ['what do I need?', '需要什么', '要準備什麼'],
  where: ['where do I find the number', '在哪里找', '卡號喺邊度睇'],
  whichDocument: ['which document?', 'can I use my passport', '什么证件', '可以用護照嗎'],
  forgotten: ['I forgot my password', 'I don’t remember the number', '忘记密码了', '唔記得密碼'],
  whatFrozenMeans: ['what does frozen mean?', '冻结是什么意思', '什麼是凍結'],
};

describe('a question beside the matter', () => {
  for (const [aside, questions] of Object.entries(asked)) {
    it(`is heard as ${aside}`, () => {
      for (const question of questions) assert.equal(asideIn(question), aside, question);
    });
  }

  it('is not heard in an answer', () => {
    for (const answer of [
      'yes',
      'no',
      'unfreeze my card',
      '帮我解冻',
      '是，解冻',
      'my card is frozen',
      '好的',
      '',
    ]) {
      assert.equal(asideIn(answer), undefined, answer);
    }
  });
});

describe('another card', () => {
  it('is meant by who says so', () => {
    for (const words of [
      'no, the other card',
      'wrong card',
      'not that one',
      '不是这张',
      '换一张',
      '另一張卡',
      '卡号输错了',
    ]) {
      assert.ok(meansOtherCard(words), words);
    }
  });

  it('is not meant by who answers', () => {
    for (const words of ['yes', 'the card is frozen', '密码输错了', '是的', 'I entered the wrong password']) {
      assert.ok(!meansOtherCard(words), words);
    }
  });
});
