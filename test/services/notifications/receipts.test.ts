// Guards money: whose card was unfrozen by another hears of it, or a person calls them.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { hours, minutes } from '../../../kit/time.ts';
import { OutboxDelivery } from '../../../services/notifications/delivery.ts';
import {
  type MessageSender,
  type ShortMessage,
  Undeliverable,
} from '../../../services/notifications/messageSender.ts';
import { OverdueReceipts } from '../../../services/notifications/overdueReceipts.ts';
import { Outbox } from '../../../services/tables/outboxMessage.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { trailOf } from '../audit/trailOf.ts';
import { openTestBank, type TestBank, zhaoLei } from '../testBank.ts';

const reportTo = () => 'https://bot.bank.example/twilio/status?receipt=';

onEachDatabase('receipts of unfreezings', (empty) => {
  let bank: TestBank;
  let logged = '';
  /** What the carrier and the bank's own sender were given, and what they say to it. */
  let carrier: ShortMessage[];
  let own: ShortMessage[];
  let carrierSays: Error | undefined;
  let ownSays: Error | undefined;

  before(async () => {
    bank = await openTestBank({ empty });
  });
  after(() => bank.close());
  beforeEach(async () => {
    [carrier, own, logged] = [[], [], ''];
    [carrierSays, ownSays] = [undefined, undefined];
    await bank.store.transaction([], (manager) => manager.deleteAll(Outbox));
    const request = await bank.authenticationRequest(zhaoLei.number);
    await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    await bank.freeze(zhaoLei.number, 'customerRequest');
  });

  const sender = (given: () => ShortMessage[], says: () => Error | undefined): MessageSender => ({
    async send(message) {
      given().push(message);
      const trouble = says();
      if (trouble) throw trouble;
      return { providerId: 'SM1' };
    },
  });
  const shared = () => ({
    ...bank,
    clock: bank.now,
    log: pino({ level: 'warn' }, { write: (line: string) => (logged += line) }),
    letterhead: { timeZone: 'Asia/Shanghai', agentPhone: undefined },
  });
  /** What a process does every few seconds. */
  async function round({ follows = true, hasOwn = true } = {}): Promise<void> {
    const first = sender(
      () => carrier,
      () => carrierSays,
    );
    await new OutboxDelivery({
      ...shared(),
      sender: first,
      reportTo: follows ? reportTo : undefined,
    }).deliverDue();
    const bankSender = sender(
      () => own,
      () => ownSays,
    );
    await new OverdueReceipts({ ...shared(), bankSender: hasOwn ? bankSender : undefined }).tryDue();
  }
  const receipt = async () => {
    const [message = assert.fail()] = await bank.store.read((manager) => manager.find(Outbox));
    return message;
  };
  const report = async (arrived: boolean) =>
    bank.receipts.reportReceipt({ receipt: (await receipt()).id, arrived });
  const unreached = async () => (await bank.receipts.unreachedReceipts({ most: 20 })).receipts.length;
  const audited = async (action: string) =>
    (await trailOf(bank)).filter((entry) => entry.action === action).length;

  it('that have arrived are done with, whatever is reported after that', async () => {
    await round();
    assert.equal(carrier[0]?.reportTo, `${reportTo()}${(await receipt()).id}`);
    assert.deepEqual(await report(true), { noted: true });
    assert.deepEqual(await report(true), { noted: false });
    assert.deepEqual(await report(false), { noted: false });
    bank.passes(2 * hours);
    await round();
    assert.deepEqual([own, await unreached()], [[], 0]);
  });

  it('that have not arrived within the hour are tried through the bank’s own sender, once', async () => {
    await round();
    bank.passes(1 * hours - 1);
    await round();
    assert.equal(own.length, 0);
    bank.passes(1);
    await Promise.all([round(), round()]);
    bank.passes(24 * hours);
    await round();
    const [{ to, body, id } = assert.fail(), ...others] = own;
    assert.deepEqual([to, id, others], [zhaoLei.phone, (await receipt()).id, []]);
    assert.match(body, /^Your card ending 4446 was unfrozen/);
    assert.deepEqual([await unreached(), await audited('receiptSentByBank')], [0, 1]);
  });

  it('that the carrier says it could not bring are tried that way at once, however often it says so', async () => {
    await round();
    assert.deepEqual(await report(false), { noted: true });
    await round();
    assert.deepEqual(await report(false), { noted: false });
    await round();
    assert.deepEqual([carrier.length, own.length], [1, 1]);
  });

  it('that the carrier refuses for good, or does not take for an hour, are tried that way too', async () => {
    carrierSays = new Undeliverable('21610');
    await round();
    await round();
    assert.deepEqual([carrier.length, own.length], [1, 1]);
  });

  it('that nobody takes for an hour are not sent a second time once the bank has taken them', async () => {
    carrierSays = new Error('away');
    await round();
    bank.passes(1 * hours);
    await round();
    carrierSays = undefined;
    bank.passes(3 * hours);
    await round();
    assert.deepEqual([carrier.length, own.length], [2, 1]);
  });

  it('go to the bank’s staff where its own sender is away, and to them at once where it will not bring them', async () => {
    ownSays = new Error('away');
    await round();
    await report(false);
    for (let minute = 0; minute < 15; minute++) {
      assert.equal(await unreached(), 0);
      await round();
      bank.passes(1 * minutes);
    }
    await round();
    assert.deepEqual([own.length, await unreached(), await audited('receiptUnreached')], [4, 1, 1]);
    assert.match(logged, /"level":50.*could not be told/);
    assert.doesNotMatch(logged, /2025550104|4446/);
  });

  it('go to the bank’s staff at once where it has no sender of its own, or that one refuses', async () => {
    await round();
    await report(false);
    await round({ hasOwn: false });
    assert.equal(await unreached(), 1);
  });

  it('of which the bank’s own sender knows no number go to the staff at once', async () => {
    ownSays = new Undeliverable('unknownNumber');
    await round();
    await report(false);
    await round();
    assert.deepEqual([own.length, await unreached()], [1, 1]);
  });

  it('need nobody’s call where one arrives after all', async () => {
    await round();
    await report(false);
    await round({ hasOwn: false });
    assert.deepEqual(await report(true), { noted: true });
    assert.equal(await unreached(), 0);
  });

  it('count as arrived where nobody hears what becomes of them', async () => {
    await round({ follows: false });
    assert.equal(carrier[0]?.reportTo, undefined);
    bank.passes(2 * hours);
    await round({ follows: false });
    assert.deepEqual([own.length, await unreached()], [0, 0]);
  });

  it('that were never sent are none', async () => {
    for (const arrived of [true, false])
      assert.deepEqual(await bank.receipts.reportReceipt({ receipt: randomUUID(), arrived }), {
        noted: false,
      });
    bank.passes(10 * minutes);
    await round();
    assert.equal(await unreached(), 0);
  });
});
