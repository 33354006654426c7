import assert from 'node:assert/strict';
import sinon from 'sinon';
import { minutes, seconds } from '../../../services/contract/time.ts';
import type { UserTerminal } from '../../../services/contract/userTerminal.ts';
import { QueryLimit } from '../../../services/customerService/queryLimit.ts';
import { rejectsWith } from '../rejectsWith.ts';

const browser: UserTerminal = { channel: 'webChat', address: 'a-conversation' };

describe('the limit of card status queries', () => {
  let clock: sinon.SinonFakeTimers;
  let limit: QueryLimit;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    limit = new QueryLimit();
  });
  afterEach(() => clock.restore());

  const counts = async (times: number, userTerminal = browser) => {
    for (let count = 0; count < times; count++) await limit.count(userTerminal);
  };
  const refuses = (userTerminal = browser) => rejectsWith('tooManyRequests', limit.count(userTerminal));

  it('lets twenty of one user terminal through, and refuses the next', async () => {
    await counts(20);
    await refuses();
  });

  it('lets twenty at most through of those that come at the same moment', async () => {
    const all = await Promise.allSettled(Array.from({ length: 50 }, () => limit.count(browser)));
    assert.equal(all.filter(({ status }) => status === 'fulfilled').length, 20);
  });

  it('tells user terminals apart by their channel and by their address', async () => {
    await counts(20);
    await counts(20, { ...browser, channel: 'sms' });
    await counts(20, { ...browser, address: 'another-conversation' });
    for (const other of [browser, { ...browser, channel: 'sms' as const }]) await refuses(other);
  });

  it('begins anew ten minutes after the first, however many were refused meanwhile', async () => {
    await counts(1);
    clock.tick(9 * minutes);
    await counts(19);
    for (let count = 0; count < 30; count++) await refuses();
    clock.tick(59 * seconds);
    await refuses();
    clock.tick(1 * seconds);
    await counts(20);
    await refuses();
  });

  it('says nothing of who asked', async () => {
    await counts(20, { channel: 'sms', address: '+12025550101' });
    await assert.rejects(limit.count({ channel: 'sms', address: '+12025550101' }), (error) => {
      assert.doesNotMatch(String(error), /2025550101/);
      return true;
    });
  });
});
