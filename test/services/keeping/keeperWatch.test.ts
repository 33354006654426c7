import assert from 'node:assert/strict';
import { UnfreezeError } from '../../../kit/errors.ts';
import { later, minutes } from '../../../kit/time.ts';
import { KeeperWatch } from '../../../services/keeping/keeperWatch.ts';

describe('the watch over the keeper of the keys', () => {
  let now: Date;
  let failure: Error | undefined;
  let watch: KeeperWatch;
  const away = new UnfreezeError('storeUnavailable', 'away');
  const refused = new UnfreezeError('keysUnusable', 'refused');
  beforeEach(() => {
    now = new Date('2026-11-24T08:00:00.000Z');
    failure = undefined;
    const check = async () => {
      if (failure) throw failure;
    };
    watch = new KeeperWatch({ keeper: { check }, file: 'keys.json', content: () => ({}), clock: () => now });
  });

  it('lets the service go on for a quarter of an hour while the keeper is away, and says so at once', async () => {
    failure = away;
    await watch.look();
    await assert.rejects(watch.answered(), away);
    now = later(now, 15 * minutes - 1);
    await watch.look();
    watch.assertOpen();
    now = later(now, 1);
    assert.throws(() => watch.assertOpen(), away);
    failure = undefined;
    await watch.look();
    watch.assertOpen();
    await watch.answered();
  });

  it('ends it at once where the keeper refuses, until it opens again', async () => {
    failure = refused;
    await watch.look();
    assert.throws(() => watch.assertOpen(), refused);
    failure = away;
    await watch.look();
    assert.throws(() => watch.assertOpen(), refused, 'who has refused and is away then has still refused');
    failure = undefined;
    await watch.look();
    watch.assertOpen();
  });
});
