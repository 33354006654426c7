import assert from 'node:assert/strict';
import { asksForMoment, pauses } from '../../../dialogs/understanding/waitWords.ts';

describe('words that ask for a moment', () => {
  it('are known by whole clauses, each with one that it takes and one that it leaves', () => {
    for (const { takes, leaves } of pauses) {
      assert.ok(asksForMoment(takes), takes);
      assert.ok(!asksForMoment(leaves), leaves);
    }
  });

  it('ask for one in each language, politely or not', () => {
    const asking = [
      ...['wait', 'ok hold on', 'one moment please', "I'll be back in 5 minutes", 'let me think about it'],
      ...['等一下', '好的，稍等', '等我找一下证件', '等我5分钟', '我想想', '我去拿卡'],
      ...['等陣先', '咪住', '我諗吓先', '俾啲時間我', '等我五分鐘'],
    ];
    assert.deepEqual(
      asking.filter((text) => !asksForMoment(text)),
      [],
    );
  });

  it('ask for none with something else beside them', () => {
    const others = [
      'wait my wallet was stolen',
      'wait, who froze it',
      '等等，卡丢了',
      '要等多久',
      '我找不到卡',
      'no',
    ];
    assert.deepEqual(others.filter(asksForMoment), []);
  });
});
