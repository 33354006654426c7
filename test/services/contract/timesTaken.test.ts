import assert from 'node:assert/strict';
import { boundOf, timeWithin } from '../../../services/contract/timesTaken.ts';

describe('times taken', () => {
  it('are counted under the first bound that they are within', () => {
    for (const [milliseconds, bound] of [
      [0, '0.05'],
      [50, '0.05'],
      [51, '0.1'],
      [2000, '2'],
      [7_200_000, '7200'],
      [7_200_001, '+'],
    ] as const)
      assert.equal(boundOf(milliseconds), bound);
    assert.equal(boundOf(-86_400_000), '0.05', 'a clock that was set back');
  });

  it('say within which time half of them and nearly all were over', () => {
    const times = [
      { outcome: '10', count: 6 },
      { outcome: '0.5', count: 90 },
      { outcome: '+', count: 4 },
    ];
    assert.deepEqual(
      [timeWithin(times, 0.5), timeWithin(times, 0.95), timeWithin(times, 0.99)],
      [0.5, 10, Infinity],
    );
    assert.equal(timeWithin([], 0.5), undefined);
    assert.equal(timeWithin([{ outcome: 'of a later version', count: 1 }], 0.5), Infinity);
  });
});
