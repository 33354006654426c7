import assert from 'node:assert/strict';
import { throughputOf } from '../../bench/turns/closedNetwork.ts';

const near = (rate: number, expected: number) =>
  assert.ok(Math.abs(rate - expected) < 0.01, `${rate} instead of ${expected}`);

describe('the model of turns as a closed network of queues', () => {
  it('has one queue as busy as it can be, however many wait', () => {
    near(throughputOf([{ demand: 10, servers: 1 }], 1), 100);
    near(throughputOf([{ demand: 10, servers: 1 }], 20), 100);
  });

  it('has two queues of the same demand share N customers as N / (N + 1)', () => {
    const stations = [
      { demand: 10, servers: 1 },
      { demand: 10, servers: 1 },
    ];
    for (const clients of [1, 2, 5, 50])
      near(throughputOf(stations, clients), (100 * clients) / (clients + 1));
  });

  it('has many servers be a delay for few customers and a limit for many', () => {
    const stations = [{ demand: 100, servers: 4 }];
    near(throughputOf(stations, 1), 10);
    const many = throughputOf(stations, 400);
    assert.ok(many > 39.5 && many <= 40, String(many));
  });
});
