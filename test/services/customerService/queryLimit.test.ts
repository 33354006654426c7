import assert from 'node:assert/strict';
import { hours, later, minutes, seconds } from '../../../services/contract/time.ts';
import type { UserTerminal } from '../../../services/contract/userTerminal.ts';
import { QueryLimit } from '../../../services/customerService/queryLimit.ts';
import { QueryCounts } from '../../../services/store/entities/queryCount.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { rejectsWith } from '../rejectsWith.ts';
import { browser, openTestBank, type TestBank } from '../testBank.ts';

onEachDatabase('the limit of card status queries', (empty) => {
  let bank: TestBank;
  let now: Date;
  let limit: QueryLimit;
  beforeEach(async () => {
    bank = await openTestBank({ customers: [], empty });
    now = bank.now();
    limit = new QueryLimit(bank.fields);
  });
  afterEach(() => bank.close());

  const count = (userTerminal: UserTerminal = browser) =>
    bank.store.transaction((manager) => limit.count(manager, userTerminal, now));
  const counts = async (times: number, userTerminal: UserTerminal = browser) => {
    for (let done = 0; done < times; done++) await count(userTerminal);
  };
  const refuses = (userTerminal: UserTerminal = browser) =>
    rejectsWith('tooManyRequests', count(userTerminal));
  const passes = (milliseconds: number) => {
    now = later(now, milliseconds);
  };

  it('lets twenty of one user terminal through, and refuses the next, after a restart too', async () => {
    await counts(20);
    await refuses();
    limit = new QueryLimit(bank.fields);
    await refuses();
  });

  it('lets twenty at most through of those that come at the same moment', async () => {
    const all = await Promise.allSettled(Array.from({ length: 50 }, () => count()));
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
    passes(9 * minutes);
    await counts(19);
    await refuses();
    passes(59 * seconds);
    await refuses();
    passes(1 * seconds);
    await counts(20);
    await refuses();
  });

  it('locks nobody out for long when the clock is set back', async () => {
    passes(24 * hours);
    await counts(20);
    passes(-24 * hours);
    await counts(20);
    await refuses();
  });

  it('keeps of who asked an HMAC, and that for ten minutes', async () => {
    const address = '+12025550101';
    await counts(20, { channel: 'sms', address });
    await assert.rejects(
      count({ channel: 'sms', address }),
      (error) => !String(error).includes('2025550101'),
    );
    const rows = () => bank.store.read((manager) => manager.find(QueryCounts));
    assert.doesNotMatch(JSON.stringify(await rows()), /2025550101/);
    bank.passes(10 * minutes);
    await bank.tend();
    assert.deepEqual(await rows(), []);
  });
});
