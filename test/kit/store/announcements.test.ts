import assert from 'node:assert/strict';
import sinon from 'sinon';
import { Announcements, type Topic } from '../../../kit/store/announcements.ts';

describe('what comes into the database, for those who wait for it', () => {
  let timers: sinon.SinonFakeTimers;
  let announcements: Announcements;
  let heard: unknown[];
  let told: [Topic, string[]][];
  beforeEach(() => {
    timers = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    announcements = new Announcements();
    [heard, told] = [[], []];
  });
  afterEach(() => timers.restore());

  const listens = (topic: Topic) =>
    announcements.listen(topic, (news, from) => heard.push([news === 'any' ? news : [...news], from]));

  it('is heard in the process itself, and by others, each id once and many together', async () => {
    announcements.through({ tell: (topic, ids) => told.push([topic, [...ids]]), close: async () => {} });
    listens('conversation');
    for (const id of ['a', 'b', 'a']) announcements.announce('conversation', id);
    announcements.announce('outbox', 'm');
    assert.deepEqual(heard, []);
    await timers.tickAsync(5);
    assert.deepEqual(heard, [[['a', 'b'], 'here']]);
    assert.deepEqual(told, [
      ['conversation', ['a', 'b']],
      ['outbox', ['m']],
    ]);
  });

  it('is heard of other processes by who listens for it, until that ends', () => {
    const stop = listens('outbox');
    announcements.heard('outbox', new Set(['m']));
    announcements.heard('conversation', new Set(['a']));
    announcements.missed();
    stop();
    announcements.heard('outbox', new Set(['n']));
    assert.deepEqual(heard, [
      [['m'], 'elsewhere'],
      ['any', 'elsewhere'],
    ]);
  });
});
