import assert from 'node:assert/strict';
import pino from 'pino';
import { hours, minutes } from '../../../kit/time.ts';
import { OutboxDelivery } from '../../../services/notifications/delivery.ts';
import { NotTaken, Undeliverable } from '../../../services/notifications/messageSender.ts';
import { carrierStanding } from '../../../services/operatorPage/carrierStanding.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { openTestBank, type TestBank, zhaoLei } from '../testBank.ts';

onEachDatabase('the health of the carrier of messages', (empty) => {
  let bank: TestBank;
  let trouble: Error | undefined;
  beforeEach(async () => {
    trouble = undefined;
    bank = await openTestBank({ empty });
  });
  afterEach(() => bank.close());

  async function unfreezes(): Promise<void> {
    const request = await bank.authenticationRequest(zhaoLei.number);
    await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    await bank.freeze(zhaoLei.number, 'customerRequest');
  }
  async function delivers(): Promise<void> {
    const sender = {
      async send() {
        if (trouble) throw trouble;
        return { providerId: 'SM1' };
      },
    };
    const parts = { ...bank, clock: bank.now, log: pino({ level: 'silent' }), sender };
    const letterhead = { timeZone: 'Asia/Shanghai', agentPhone: undefined };
    await new OutboxDelivery({ ...parts, letterhead }).deliverDue();
    await bank.chaining.chain();
  }
  const standing = () => carrierStanding(bank.store, bank.now());

  it('says nothing of one that was never asked', async () => {
    assert.deepEqual(await standing(), {
      takenAt: null,
      failingSince: null,
      taken: 0,
      failed: 0,
      reasons: [],
    });
  });

  it('says since when it takes nothing, why, and how often; and that it takes again', async () => {
    await unfreezes();
    await delivers();
    const takenAt = bank.now().toISOString();
    assert.deepEqual(await standing(), { takenAt, failingSince: null, taken: 1, failed: 0, reasons: [] });
    bank.passes(10 * minutes);
    const since = bank.now().toISOString();
    await unfreezes();
    trouble = new NotTaken('20003');
    await delivers();
    bank.passes(1 * minutes);
    trouble = new Error('socket hang up');
    await delivers();
    const { reasons, ...failing } = await standing();
    assert.deepEqual(failing, { takenAt, failingSince: since, taken: 1, failed: 2 });
    assert.deepEqual([...reasons].sort(), ['20003', 'no answer']);
    bank.passes(5 * minutes);
    trouble = undefined;
    await delivers();
    const { failingSince, taken, failed } = await standing();
    assert.deepEqual([failingSince, taken, failed], [null, 2, 2]);
    bank.passes(3 * hours);
    assert.deepEqual((await standing()).failed, 0, 'what is hours ago says nothing of now');
  });

  it('does not count against it that a number takes no messages', async () => {
    await unfreezes();
    trouble = new Undeliverable('21211');
    await delivers();
    const { failingSince, failed } = await standing();
    assert.deepEqual([failingSince, failed], [null, 0]);
  });
});
