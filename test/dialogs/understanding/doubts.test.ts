import assert from 'node:assert/strict';
import type { Scores } from '../../../dialogs/understanding/classifier.ts';
import { doubtIn } from '../../../dialogs/understanding/doubts.ts';
import { Intent } from '../../../dialogs/understanding/intents.ts';
import { understand } from '../../../dialogs/understanding/understand.ts';

const scores = (likely: Partial<Scores>): Scores => ({
  ...(Object.fromEntries(Intent.options.map((intent) => [intent, 0])) as Scores),
  ...likely,
});

describe('two wishes of which it may be either', () => {
  it('are named in doubt, the likelier one first, and not where the one leads by the other', () => {
    assert.deepEqual(understand('取消解凍 即刻鎖返').between, ['freezeOrReport', 'unfreeze']);
    assert.equal(understand('帮我妈解冻下银行卡').between, undefined);
    assert.equal(understand('I lost my card').between, undefined);
  });

  it('are a report and a person where nothing else is likely and the report is not named', () => {
    const judged = (confidence: number) =>
      ({
        intent: 'freezeOrReport',
        confidence,
        by: 'model',
        scores: scores({ freezeOrReport: confidence }),
      }) as const;
    assert.deepEqual(doubtIn('something is odd with my card', judged(0.6)), ['freezeOrReport', 'agent']);
    assert.equal(doubtIn('slap a freeze on my card', judged(0.6)), undefined);
    assert.deepEqual(doubtIn('slap a freeze on my card', judged(0.45)), ['freezeOrReport', 'agent']);
  });
});
