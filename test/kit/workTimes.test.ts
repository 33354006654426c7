import assert from 'node:assert/strict';
import { Registry } from 'prom-client';
import { watchWork } from '../../kit/http/workMetrics.ts';
import { spanned, traced } from '../../kit/trace.ts';
import { timed, timeWork } from '../../kit/workTimes.ts';
import { onEachDatabase } from '../databases/databases.ts';
import { openTestBank, zhaoLei } from '../services/testBank.ts';

describe('the time that work takes', () => {
  const took: [string, number][] = [];
  beforeEach(() => {
    took.length = 0;
    timeWork((work, seconds) => void took.push([work, seconds]));
  });
  afterEach(() => timeWork(undefined));

  it('is told of what ends now, later, and badly, and of each part of traced work', async () => {
    assert.equal(
      timed('now', () => 1),
      1,
    );
    assert.equal(await timed('later', async () => 2), 2);
    assert.throws(() => timed('badly', () => assert.fail()));
    await assert.rejects(timed('later, badly', async () => assert.fail()));
    traced(() => spanned('part', () => {}), undefined, { name: 'whole' });
    assert.deepEqual(
      took.map(([work]) => work),
      ['now', 'later', 'badly', 'later, badly', 'part', 'whole'],
    );
    assert.ok(took.every(([, seconds]) => seconds >= 0 && seconds < 5));
  });

  it('is told to nobody where nobody asks', () => {
    timeWork(undefined);
    assert.equal(
      timed('now', () => 1),
      1,
    );
    assert.deepEqual(took, []);
  });
});

onEachDatabase('the metrics of work', (empty) => {
  it('tell hash, database and waits for others of an unfreezing, by what it was and nothing else', async () => {
    const bank = await openTestBank({ empty });
    const registry = new Registry();
    watchWork(registry);
    try {
      const request = await bank.authenticationRequest(zhaoLei.number);
      await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
      const text = await registry.metrics();
      const works = [...text.matchAll(/_count\{work="([^"]*)"\} [1-9]/g)].map(([, work]) => work);
      assert.deepEqual(works.sort(), ['hash', 'store: read', 'store: transaction', 'store: wait']);
    } finally {
      timeWork(undefined);
      await bank.close();
    }
  });
});
