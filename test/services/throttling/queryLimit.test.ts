import assert from 'node:assert/strict';
import { hours, minutes, seconds } from '../../../kit/time.ts';
import type { UserTerminal } from '../../../services/contract/userTerminal.ts';
import { QueryCounts } from '../../../services/tables/queryCount.ts';
import { ordinaryMost } from '../../../services/throttling/overallLimit.ts';
import { QueryLimit } from '../../../services/throttling/queryLimit.ts';
import { SteadyTime } from '../../../services/throttling/steadyTime.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { rejectsWith } from '../rejectsWith.ts';
import { browser, openTestBank, type TestBank, unknownNumber } from '../testBank.ts';

onEachDatabase('the limit of card status queries', (empty) => {
  let bank: TestBank;
  let limit: QueryLimit;
  const started = () => {
    const time = new SteadyTime({ clock: bank.now, ticks: () => bank.now().getTime() });
    return new QueryLimit({ fields: bank.fields, time });
  };
  beforeEach(async () => {
    bank = await openTestBank({ customers: [], empty });
    limit = started();
  });
  afterEach(() => bank.close());

  const count = (userTerminal: UserTerminal = browser) =>
    bank.store.transaction([], (manager) => limit.count(manager, userTerminal));
  const counts = async (times: number, userTerminal: UserTerminal = browser) => {
    for (let done = 0; done < times; done++) await count(userTerminal);
  };
  const refuses = (userTerminal: UserTerminal = browser) =>
    rejectsWith('tooManyRequests', count(userTerminal));
  const rows = () => bank.store.read((manager) => manager.find(QueryCounts));

  it('lets twenty of one user terminal through, and refuses the next, after a restart too', async () => {
    await counts(20);
    await refuses();
    limit = started();
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

  it('lets a hundred through from one network address, whichever conversation they come from', async () => {
    const from = (number: number, network: string) => ({ ...browser, address: `c${number}`, network });
    for (let number = 0; number < 5; number++) await counts(20, from(number, '198.51.100.7'));
    await refuses(from(5, '198.51.100.7'));
    await count(from(5, '198.51.100.8'));
    await count({ ...browser, address: 'c5' });
  });

  it('begins anew ten minutes after the first, however many were refused meanwhile', async () => {
    await counts(1);
    bank.passes(9 * minutes);
    await counts(19);
    await refuses();
    bank.passes(59 * seconds);
    await refuses();
    bank.passes(1 * seconds);
    await counts(20);
    await refuses();
  });

  it('opens nothing early and locks nobody out for long when the clock is set back', async () => {
    bank.passes(24 * hours);
    await counts(20);
    bank.passes(-24 * hours);
    await refuses();
    bank.passes(10 * minutes);
    await counts(20);
  });

  it('keeps of who asked an HMAC, and that for ten minutes', async () => {
    const address = '+12025550101';
    const terminal = { channel: 'sms', address, network: '198.51.100.7' } as const;
    await counts(20, terminal);
    await assert.rejects(count(terminal), (error) => !/2025550101|198\.51/.test(String(error)));
    assert.doesNotMatch(JSON.stringify(await rows()), /2025550101|198\.51/);
    bank.passes(10 * minutes);
    await bank.tend();
    assert.deepEqual(await rows(), []);
  });

  it('slows everybody and refuses nobody where too many ask from everywhere', async () => {
    const query = async () =>
      bank.customerService.queryCardStatus({ card: await bank.card(unknownNumber), userTerminal: browser });
    await query();
    assert.deepEqual(bank.heldBack, []);
    const { cardStatusQueries: ordinary } = ordinaryMost(0);
    for (const times of [1, 2, 3, 4, 400]) {
      bank.passes(1 * seconds);
      const since = bank.now().toISOString();
      await bank.store.transaction([], (manager) =>
        manager.upsert(QueryCounts, { subject: 'everybody', since, count: times * ordinary }, ['subject']),
      );
      assert.equal((await query()).status, 'noFrozenCard');
    }
    assert.deepEqual(bank.heldBack, [250, 500, 1000, 2000, 2000]);
    const { counts, most } = await bank.overall();
    assert.ok(counts.cardStatusQueries > most.cardStatusQueries);
  });
});
