import assert from 'node:assert/strict';
import { lockQuestionIn, lockQuestions } from '../../../dialogs/understanding/lockQuestions.ts';

describe('a question about a lock', () => {
  it('is heard by each pattern in its example, and not in what is near it', () => {
    for (const { asks, takes, leaves } of lockQuestions) {
      assert.equal(lockQuestionIn(takes), asks, takes);
      assert.equal(lockQuestionIn(leaves), undefined, leaves);
    }
  });

  it('is heard in three languages and their speech', () => {
    for (const text of [
      'why am I locked out?',
      'how long do I have to wait',
      '幾時可以再試',
      '要停多久',
      '我被鎖住了',
    ])
      assert.equal(lockQuestionIn(text), 'lock', text);
    for (const text of ['how many tries left', '仲有幾多次機會', '還能試幾次？'])
      assert.equal(lockQuestionIn(text), 'tries', text);
  });

  it('is not heard in an answer or a wish', () => {
    for (const text of [
      '有几次不是我刷的',
      '卡被偷了快锁住',
      'someone locked me out, my card was stolen',
      'yes',
      'unfreeze my card',
      '帮我解锁',
      '密码输错了几次',
      'I entered my PIN wrong three times',
      '',
    ])
      assert.equal(lockQuestionIn(text), undefined, text);
  });
});
