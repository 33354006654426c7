import assert from 'node:assert/strict';
import pino from 'pino';
import type { EntityManager } from 'typeorm';
import { hours, minutes, seconds } from '../../../kit/time.ts';
import { OutboxDelivery } from '../../../services/notifications/delivery.ts';
import { type ShortMessage, Undeliverable } from '../../../services/notifications/messageSender.ts';
import { queueUnfreezeReceipt } from '../../../services/notifications/outbox.ts';
import { OverdueReceipts } from '../../../services/notifications/overdueReceipts.ts';
import { OwnMessages } from '../../../services/notifications/ownMessages.ts';
import { Customers } from '../../../services/tables/customer.ts';
import { Outbox } from '../../../services/tables/outboxMessage.ts';
import { askedOf } from '../../bot/turn/askedOf.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { trailOf } from '../audit/trailOf.ts';
import { openTestBank, type TestBank, zhaoLei } from '../testBank.ts';

onEachDatabase('what customers are promised by message', (empty) => {
  let bank: TestBank;
  let logged: string;
  let sent: ShortMessage[];
  /** What the provider answers; nothing where it takes the message. */
  let trouble: Error | undefined;

  before(async () => {
    bank = await openTestBank({ empty });
  });
  beforeEach(async () => {
    sent = [];
    logged = '';
    trouble = undefined;
    await bank.store.transaction([], async (manager) => {
      await manager.deleteAll(Outbox);
    });
  });
  after(() => bank.close());

  const partsOf = (of: TestBank) => ({
    ...of,
    clock: of.now,
    log: pino({ level: 'warn' }, { write: (line: string) => (logged += line) }),
    letterhead: { timeZone: 'Asia/Shanghai', agentPhone: '+12025550100' },
  });
  const delivery = (of = bank) =>
    new OutboxDelivery({
      ...partsOf(of),
      sender: {
        async send(message) {
          if (trouble) throw trouble;
          sent.push(message);
          return { providerId: `SM${sent.length}` };
        },
      },
    });

  /** A card is unfrozen, and frozen again for the next. */
  async function unfreezes(): Promise<void> {
    const request = await bank.authenticationRequest(zhaoLei.number);
    await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    await bank.freeze(zhaoLei.number, 'customerRequest');
  }
  const outbox = () => bank.store.read((manager) => manager.find(Outbox));
  const lastAudited = async () => (await trailOf(bank)).at(-1);

  it('goes out once, to the registered telephone, in the customer’s language and the bank’s time', async () => {
    await unfreezes();
    assert.equal(await delivery().deliverDue(), 1);
    assert.equal(await delivery().deliverDue(), 0);
    const [{ to, body } = { to: '', body: '' }, ...others] = sent;
    assert.deepEqual([to, others], ['+12025550104', []]);
    assert.match(body, /^Your card ending 4446 was unfrozen on Nov 2\d, 2026, \d\d:\d\d by web chat\./);
    assert.match(body, /If that was not you, reply NOT ME or call \+12025550100 now\.$/);
    assert.equal((await lastAudited())?.action, 'messageSent');
  });

  it('is looked for without a transaction, and so without a lock, where nothing is due', async () => {
    await unfreezes();
    const sending = delivery();
    await sending.deliverDue();
    const overdue = new OverdueReceipts({ ...partsOf(bank), bankSender: undefined });
    const asked = await askedOf(bank.store, async () => {
      await sending.deliverDue();
      await overdue.tryDue();
    });
    assert.deepEqual(
      asked.map(({ statement }) => /^SELECT .* FROM "outbox"/s.test(statement)),
      [true, true],
    );
  });

  it('goes out once when two processes send at the same moment', async () => {
    await unfreezes();
    await unfreezes();
    await Promise.all([delivery().deliverDue(), delivery().deliverDue()]);
    assert.equal(sent.length, 2);
  });

  it('is tried again when the provider fails, after waits that grow, and then goes out', async () => {
    await unfreezes();
    trouble = new Error('away');
    assert.equal(await delivery().deliverDue(), 0);
    assert.equal(await delivery().deliverDue(), 0, 'not before its time');
    bank.passes(2 * seconds);
    trouble = new Error('still away');
    await delivery().deliverDue();
    bank.passes(59 * seconds);
    trouble = undefined;
    assert.equal(await delivery().deliverDue(), 0, 'much longer');
    bank.passes(1 * seconds);
    assert.equal(await delivery().deliverDue(), 1);
    assert.deepEqual(
      (await outbox()).map(({ tries }) => tries),
      [3],
    );
  });

  describe('by the process that sends it as well', () => {
    let own: TestBank;
    before(async () => {
      own = await openTestBank({ empty });
      own.ownMessages.begin();
    });
    after(() => own.close());
    const unfreezesHere = async (): Promise<void> => {
      const request = await own.authenticationRequest(zhaoLei.number);
      await own.give(request, 'transactionPassword', zhaoLei.transactionPassword);
      await own.freeze(zhaoLei.number, 'customerRequest');
    };
    const queues = async (manager: EntityManager): Promise<void> => {
      const [customer] = await manager.find(Customers);
      assert.ok(customer);
      const reserved = { customerId: customer.id, language: customer.language };
      const card = { reference: await own.card(zhaoLei.number), lastFour: '4446' };
      const promised = { card, at: own.now(), channel: 'webChat' } as const;
      await queueUnfreezeReceipt(manager, { ...promised, reserved, ownMessages: own.ownMessages });
    };
    /** The delivery of another process, which has queued nothing itself. */
    const anothers = () => delivery({ ...own, ownMessages: new OwnMessages(own.store) });

    it('goes out at its next round, and nobody else sends it meanwhile', async () => {
      await unfreezesHere();
      assert.equal(await anothers().deliverDue(), 0);
      assert.equal(await delivery(own).deliverDue(), 1);
      own.passes(31 * seconds);
      assert.equal(await anothers().deliverDue(), 0);
    });

    it('is sent by another one where it dies before that, and by none twice where it only took long', async () => {
      await unfreezesHere();
      own.passes(16 * seconds);
      assert.equal(await delivery(own).deliverDue(), 0, 'too late to be its own');
      own.passes(15 * seconds);
      assert.equal(await anothers().deliverDue(), 1);
      assert.equal(await delivery(own).deliverDue(), 0);
    });

    it('is sent as soon as it is committed, also where somebody has looked before that', async () => {
      const sends: Promise<number>[] = [];
      own.ownMessages.begin(() => sends.push(delivery(own).deliverOwn()));
      await own.store.transaction([], async (manager) => {
        await queues(manager);
        assert.deepEqual(own.ownMessages.take(own.now(), 1), []);
        assert.deepEqual(sends, []);
      });
      assert.deepEqual(await Promise.all(sends), [1]);
    });

    it('is not sent where it was never committed', async () => {
      const lost = new Error('the transaction is lost');
      const loses = own.store.transaction([], async (manager) => {
        await queues(manager);
        throw lost;
      });
      await assert.rejects(loses, lost);
      assert.equal(await delivery(own).deliverDue(), 0);
      assert.deepEqual(sent, []);
    });
  });

  it('comes again rather than never when the process that sent it died before it could say so', async () => {
    await unfreezes();
    const [message] = await outbox();
    await bank.store.transaction([], async (manager) => {
      const nextTryAt = new Date(bank.now().getTime() + 30 * seconds).toISOString();
      await manager.update(Outbox, { id: message?.id ?? '' }, { tries: 1, nextTryAt });
    });
    assert.equal(await delivery().deliverDue(), 0);
    bank.passes(30 * seconds);
    assert.equal(await delivery().deliverDue(), 1);
  });

  it('is given up at once where it can never arrive, loudly, and with no number and no text in the log', async () => {
    await unfreezes();
    trouble = new Undeliverable('21211');
    await delivery().deliverDue();
    bank.passes(2 * hours);
    trouble = undefined;
    assert.equal(await delivery().deliverDue(), 0);
    assert.deepEqual(await delivery().undelivered(), { waiting: 0, givenUp: 1 });
    assert.equal((await lastAudited())?.action, 'messageGivenUp');
    assert.match(logged, /"level":50.*given up/);
    assert.doesNotMatch(logged, /2025550104|4446|unfrozen/);
  });

  it('is given up after a day, and counted as waiting until then', async () => {
    await unfreezes();
    trouble = new Error('away');
    const began = bank.now().getTime();
    while (bank.now().getTime() < began + 24 * hours) {
      await delivery().deliverDue();
      assert.deepEqual(await delivery().undelivered(), { waiting: 1, givenUp: 0 });
      bank.passes(61 * minutes);
    }
    await delivery().deliverDue();
    assert.deepEqual(await delivery().undelivered(), { waiting: 0, givenUp: 1 });
  });
});
