import assert from 'node:assert/strict';
import type { EntityManager } from 'typeorm';
import { hours, later } from '../../../kit/time.ts';
import { queueUnfreezeReceipt } from '../../../services/notifications/outbox.ts';
import { OwnMessages } from '../../../services/notifications/ownMessages.ts';
import { Outbox } from '../../../services/tables/outboxMessage.ts';
import { huangXiuying, openTestBank, type TestBank } from '../testBank.ts';

describe('the receipt of an unfreezing', () => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank();
  });
  afterEach(() => bank.close());

  const promised = () =>
    ({ at: bank.now(), channel: 'voice', ownMessages: new OwnMessages(bank.store) }) as const;
  const queued = () => bank.store.read((manager) => manager.find(Outbox));
  const find = async (manager: EntityManager) => {
    const found = await bank.embedded?.findIn(manager, await bank.card(huangXiuying.number));
    assert.ok(found);
    return found;
  };
  const queue = async (manager: EntityManager) =>
    queueUnfreezeReceipt(manager, { ...(await find(manager)), ...promised() });

  it('waits to be sent, in the customer’s language, with the facts of its sentence, the card’s reference and no more', async () => {
    await bank.store.transaction([], queue);
    const [message, ...others] = await queued();
    assert.ok(message && others.length === 0);
    const { id, ...told } = message;
    assert.match(id, /^[\da-f-]{36}$/);
    assert.deepEqual(told, {
      kind: 'unfreezeReceipt',
      customerId: (await bank.store.read(find)).card.customerId,
      language: 'zh-Hant',
      facts: {
        ...{ card: await bank.card(huangXiuying.number), lastFour: '1104' },
        ...{ at: bank.now().toISOString(), channel: 'voice' },
      },
      queuedAt: bank.now().toISOString(),
      sentAt: null,
      tries: 0,
      nextTryAt: '',
      givenUpAt: null,
      tokenSealed: null,
      expiresAt: null,
      arriveBy: later(bank.now(), 1 * hours).toISOString(),
      arrivedAt: null,
      bankTries: 0,
      unreachedAt: null,
      caseId: null,
    });
  });

  it('is one message for each unfreezing', async () => {
    for (const _ of ['first', 'second']) await bank.store.transaction([], queue);
    assert.equal(new Set((await queued()).map(({ id }) => id)).size, 2);
  });

  it('goes when the unfreezing that it tells of is rolled back', async () => {
    const rolledBack = bank.store.transaction([], async (manager) => {
      await queue(manager);
      assert.equal(await manager.count(Outbox), 1);
      throw new Error('the unfreezing failed');
    });
    await assert.rejects(rolledBack, /the unfreezing failed/);
    assert.deepEqual(await queued(), []);
  });

  it('is for a customer that the bank has', async () => {
    const stranger = bank.store.transaction([], async (manager) => {
      const { card, reserved } = await find(manager);
      const nobody = { ...reserved, customerId: 'nobody' };
      await queueUnfreezeReceipt(manager, { card, reserved: nobody, ...promised() });
    });
    await assert.rejects(stranger, { code: 'storeUnavailable' });
  });
});
