import assert from 'node:assert/strict';
import { RequestRefused } from '../../../kit/http/errorAnswers.ts';
import { TrafficLimit } from '../../../kit/http/trafficLimit.ts';
import { SharedCounts } from '../../../kit/limits/sharedCounts.ts';

const clock = () => new Date('2026-11-24T08:00:20.000Z');

describe('a limit of traffic', () => {
  let counts: SharedCounts;
  let limit: TrafficLimit;
  beforeEach(() => {
    counts = new SharedCounts({ clock });
    limit = new TrafficLimit({ name: 'polls', most: { conversation: 3, address: 5, all: 30 }, counts });
  });
  /** @returns the refusals of so many requests */
  const spends = (times: number, who: Parameters<TrafficLimit['spend']>[0]) =>
    Array.from({ length: times }, () => {
      try {
        limit.spend(who);
        return 'taken';
      } catch (error) {
        assert.ok(error instanceof RequestRefused);
        assert.equal(error.headers['Retry-After'], '40');
        return error.answer;
      }
    }).filter((answer) => answer !== 'taken');

  it('holds in a conversation, from an address and over all, and says when to come again', () => {
    assert.deepEqual(spends(4, { conversation: 'one' }), ['tooManyRequests']);
    assert.deepEqual(spends(6, { network: '198.51.100.7' }), ['tooManyRequests']);
    for (let number = 0; number < 11; number++) spends(2, { conversation: `c${number}` });
    assert.deepEqual(spends(1, { conversation: 'last' }), ['overloaded']);
  });

  it('counts four times as much for the network around an address, however many addresses are in it', () => {
    const from = (last: number) => spends(5, { network: `198.51.100.${last}` }).length;
    assert.deepEqual([from(1), from(2), from(3), from(4), from(5)], [0, 0, 0, 0, 5]);
    assert.equal(spends(5, { network: '203.0.113.1' }).length, 0);
  });

  it('lets who is refused use up nothing of what everybody has, and writes no address down', () => {
    spends(100, { conversation: 'flood', network: '198.51.100.7' });
    assert.equal(spends(3, { conversation: 'other' }).length, 0);
    assert.doesNotMatch(JSON.stringify(counts.deltas()), /198\.51/);
  });
});
