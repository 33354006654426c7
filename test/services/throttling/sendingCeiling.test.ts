import assert from 'node:assert/strict';
import { hours, instant, later, minutes } from '../../../kit/time.ts';
import { Customers } from '../../../services/tables/customer.ts';
import { Outbox } from '../../../services/tables/outboxMessage.ts';
import { SendingCeiling } from '../../../services/throttling/sendingCeiling.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { openTestBank, type TestBank } from '../testBank.ts';

const day = 24 * hours;

onEachDatabase('the ceiling of messages', (empty) => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
  });
  afterEach(() => bank.close());

  /** Messages that went out so long ago, or wait. */
  const sent = (times: number, ago: number | undefined) =>
    bank.store.transaction([], async (manager) => {
      const [customer] = await manager.find(Customers, { take: 1 });
      const sentAt = ago === undefined ? null : instant(later(bank.now(), -ago));
      const rows = Array.from({ length: times }, (_, place) => ({
        id: `${ago} ${place}`,
        kind: 'unfreezeReceipt' as const,
        customerId: customer?.id ?? '',
        language: 'en' as const,
        facts: { lastFour: '1114', at: instant(bank.now()), channel: 'sms' as const },
        queuedAt: instant(bank.now()),
        sentAt,
        givenUpAt: null,
        tokenSealed: null,
        expiresAt: null,
      }));
      for (let from = 0; from < times; from += 500)
        await manager.insert(Outbox, rows.slice(from, from + 500));
    });
  const standing = (fixed?: number) =>
    bank.store.read((manager) => new SendingCeiling({ clock: bank.now, fixed }).standing(manager));

  it('is a thousand after quiet weeks, and three times the busiest day of the last four', async () => {
    assert.deepEqual(await standing(), { sent: 0, most: 1000 });
    await sent(400, 3 * day);
    await sent(350, 27 * day);
    await sent(900, 30 * day);
    assert.deepEqual(await standing(), { sent: 0, most: 1200 });
  });

  it('counts what went out in a day and what waits, and is not lifted by today', async () => {
    await sent(700, 1 * minutes);
    await sent(20, undefined);
    assert.deepEqual(await standing(), { sent: 720, most: 1000 });
    assert.deepEqual(await standing(50), { sent: 720, most: 50 });
  });
});
