import assert from 'node:assert/strict';
import { asksOnlyWhy, asksWhyFrozen } from '../../../dialogs/understanding/whyWords.ts';

describe('words that ask why a card is frozen', () => {
  const asking = [
    'why is my card frozen?',
    'Why did you freeze it',
    'how come it’s blocked',
    'what is the reason it was locked',
    "what's the reason?",
    'who blocked my card and why',
    '为什么冻结？',
    '我的卡为什么被冻结了',
    '為什麼我的卡被凍結',
    '点解我張卡被凍結',
    '点解唔用得',
    '冻结原因是什么',
    '凍結的原因',
    '什么原因',
    '卡怎么被锁了',
  ];
  const notAsking = [
    'my card is frozen',
    'unfreeze my card',
    'how do I unfreeze it',
    'why do you ask this',
    '怎么解冻',
    '怎麼凍結我的卡',
    '我的卡被冻结了',
    '帮我解冻',
    'yes',
    '',
  ];
  it('are told from others', () => {
    assert.deepEqual(
      asking.filter((text) => !asksWhyFrozen(text)),
      [],
    );
    assert.deepEqual(notAsking.filter(asksWhyFrozen), []);
  });

  it('may be a bare why', () => {
    const bare = ['why?', 'Why', 'but why?', '为什么？', '點解呀', '怎么回事'];
    assert.deepEqual(
      bare.filter((text) => !asksOnlyWhy(text)),
      [],
    );
    assert.deepEqual(
      ['why do you need that', '为什么要密码', 'yes', '怎么办'].filter((text) => asksOnlyWhy(text)),
      [],
    );
  });
});
