import assert from 'node:assert/strict';
import sinon from 'sinon';
import { soon } from '../../kit/soon.ts';

describe('what comes soon', () => {
  it('is what came in time', async () => {
    assert.equal(await soon(Promise.resolve('here'), 1000), 'here');
  });

  it('is undefined where it takes longer, and no timer is left of one that came', async () => {
    const clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const late = soon(new Promise(() => {}), 1000);
      await clock.tickAsync(1000);
      assert.equal(await late, undefined);
      await soon(Promise.resolve(1), 1000);
      assert.equal(clock.countTimers(), 0);
    } finally {
      clock.restore();
    }
  });

  it('rejects as what was waited for does', async () => {
    await assert.rejects(soon(Promise.reject(new Error('no')), 1000), { message: 'no' });
  });
});
