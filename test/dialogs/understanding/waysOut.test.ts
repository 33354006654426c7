import assert from 'node:assert/strict';
import { wayOutIn, waysOut } from '../../../dialogs/understanding/waysOut.ts';
import type { WayOut } from '../../../words/heard.ts';

const said: Record<WayOut, readonly string[]> = {
  later: [
    ...[
      'maybe tomorrow',
      "I'll do it tomorrow",
      'not today, another day',
      "I'm driving",
      'later please',
      'not now',
    ],
    ...[
      '改天再说',
      '下次吧',
      '明天再弄',
      '先不办',
      '我在开车',
      '等我回家再办',
      '今晚返屋企先',
      '我而家唔得閒',
    ],
  ],
  notHere: [
    ...[
      'my card is at home',
      'I left it at the office',
      'my ID is in my other bag',
      "I don't have my passport with me",
    ],
    ...[
      '卡在家里',
      '我的身份证在公司',
      '证件不在身边',
      '冇帶身分證',
      '卡喺屋企',
      '忘了带卡',
      '身份證不在身上',
    ],
  ],
  otherWay: [
    ...['any other way?', 'can I do it another way', 'is there an easier way', 'what are my options'],
    ...['有别的办法吗', '還有別的方式嗎', '有冇第二啲方法', '换个方式可以吗'],
  ],
};

describe('words for a way out of a step', () => {
  it('are known by whole clauses, each with one that it takes and one that it leaves', () => {
    for (const { way, takes, leaves } of waysOut) {
      assert.equal(wayOutIn(takes), way, takes);
      assert.equal(wayOutIn(leaves), undefined, leaves);
    }
  });

  it('are known in each language as people say them', () => {
    for (const [way, texts] of Object.entries(said))
      for (const text of texts) assert.equal(wayOutIn(text), way, text);
  });

  it('are none with something else beside them', () => {
    for (const text of [
      'my card is not with me, it was stolen',
      'I left it in the taxi',
      'it is in the machine and does not come out',
      '卡在取款机里',
      '没带卡，可能丢了',
      'another day another scam, freeze my card',
      'when can I use it again',
    ])
      assert.equal(wayOutIn(text), undefined, text);
  });
});
