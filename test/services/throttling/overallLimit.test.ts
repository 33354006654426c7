import assert from 'node:assert/strict';
import { hours } from '../../../kit/time.ts';
import { OverallLimit, ordinaryMost } from '../../../services/throttling/overallLimit.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { openTestBank } from '../testBank.ts';

describe('what is ordinary over everybody', () => {
  let paused: number[];
  let now: Date;
  beforeEach(() => {
    paused = [];
    now = new Date('2026-11-24T08:00:00.000Z');
  });
  const limitOf = (cardsAbout: () => Promise<number>, fixed = {}) =>
    new OverallLimit({
      fixed,
      cardsAbout,
      clock: () => now,
      pause: async (milliseconds: number) => void paused.push(milliseconds),
    });

  it('follows from the number of cards, and is never less than for a small bank', () => {
    assert.deepEqual(ordinaryMost(0), { failedAttempts: 300, cardStatusQueries: 3000, wrongCodes: 300 });
    assert.deepEqual(ordinaryMost(500_000), {
      failedAttempts: 300,
      cardStatusQueries: 3000,
      wrongCodes: 300,
    });
    assert.deepEqual(ordinaryMost(100_000_000), {
      failedAttempts: 50_000,
      cardStatusQueries: 500_000,
      wrongCodes: 50_000,
    });
  });

  it('slows nobody below it, and everybody the longer the more there are', async () => {
    const limit = limitOf(async () => 10_000_000);
    for (const count of [3000, 49_999, 50_000, 100_000, 900_000])
      await limit.holdBack('cardStatusQueries', count);
    assert.deepEqual(paused, [250, 500, 2000]);
  });

  it('is what the operator has set, where that is more or less', async () => {
    const limit = limitOf(async () => 0, { failedAttempts: 20 });
    await limit.holdBack('failedAttempts', 19);
    await limit.holdBack('failedAttempts', 20);
    assert.deepEqual(paused, [250]);
    assert.deepEqual(await limit.most(), { failedAttempts: 20, cardStatusQueries: 3000, wrongCodes: 300 });
  });

  it('is looked up once an hour at the most, and not at all while even a small bank would be at ease', async () => {
    let looks = 0;
    const limit = limitOf(async () => ++looks);
    await limit.holdBack('cardStatusQueries', 2999);
    assert.equal(looks, 0);
    await limit.holdBack('cardStatusQueries', 3000);
    await limit.holdBack('cardStatusQueries', 3000);
    assert.equal(looks, 1);
    now = new Date(now.getTime() + 1 * hours);
    await limit.most();
    assert.equal(looks, 2);
  });
});

onEachDatabase('how many cards there are', (empty) => {
  it('is known without counting them', async () => {
    const bank = await openTestBank({ empty });
    try {
      assert.deepEqual((await bank.overall()).most, ordinaryMost(0));
    } finally {
      await bank.close();
    }
  });
});
