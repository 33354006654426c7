import assert from 'node:assert/strict';
import type { EntitySchema } from 'typeorm';
import { botExpiring } from '../../../bot/botRetention.ts';
import { botSchema } from '../../../bot/botSchema.ts';
import { directLineChannelId } from '../../../bot/channels/directLine/directLineChannel.ts';
import {
  ActivityRows,
  DirectLineConversationRows,
} from '../../../bot/channels/directLine/directLineTables.ts';
import { conversationKey } from '../../../bot/turn/turnRows.ts';
import { DeliveryRows, ConversationRows as Turns } from '../../../bot/turn/turnTables.ts';
import { countExpired, deleteExpired, rowsAtOnce } from '../../../kit/retention/expiring.ts';
import type { Lock } from '../../../kit/store/lock.ts';
import type { EntityManager, ObjectLiteral } from '../../../kit/store/query.ts';
import type { Store } from '../../../kit/store/store.ts';
import { bankExpiring, usualRetention } from '../../../services/bankRetention.ts';
import {
  AuthenticationRequests,
  AuthenticationResults,
} from '../../../services/tables/authenticationRequest.ts';
import { Customers } from '../../../services/tables/customer.ts';
import { FailedAttempts } from '../../../services/tables/failedAttempt.ts';
import { Outbox } from '../../../services/tables/outboxMessage.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { openTestBank, type TestBank } from '../../services/testBank.ts';

const tables = [
  ...[
    ActivityRows,
    DirectLineConversationRows,
    DeliveryRows,
    Turns,
    AuthenticationRequests,
    AuthenticationResults,
  ],
  ...[Customers, FailedAttempts, Outbox],
];
const old = '2020-01-01T00:00:00.000Z';
const numbers = (count: number) => Array.from({ length: count }, (_, place) => place);

/** How many rows stand in all of them. */
async function rows(manager: EntityManager): Promise<number> {
  let all = 0;
  for (const table of tables) all += await manager.count(table as EntitySchema<ObjectLiteral>);
  return all;
}

/** A conversation of web chat that is over, and so much of what hangs on it. */
async function conversation(manager: EntityManager, id: string, activities: number, deliveries: number) {
  const key = conversationKey(directLineChannelId, id);
  const own = { userId: null, locale: null, createdAt: old, lastActivityAt: old };
  await manager.insert(DirectLineConversationRows, { id, ...own });
  const turn = { version: '', state: null, awaits: null, holder: '', expiresAt: old, updatedAt: old };
  await manager.insert(Turns, { id: key, ...turn });
  const shown = { activity: '{}', clientActivityId: null, createdAt: old };
  await manager.insert(
    ActivityRows,
    numbers(activities).map((number) => ({ conversationId: id, number, ...shown })),
  );
  const came = { conversation: key, arrivedAt: old, kept: null, answer: '', sent: null };
  await manager.insert(
    DeliveryRows,
    numbers(deliveries).map((number) => ({ id: `${id} ${number}`, ...came })),
  );
}

async function bankRows(manager: EntityManager): Promise<void> {
  const [customer] = await manager.find(Customers, { take: 1 });
  assert.ok(customer);
  const handedOver = numbers(300).map((number) => ({
    ...customer,
    id: `customer_${number}`,
    phoneIndex: `phone ${number}`,
  }));
  await manager.insert(Customers, handedOver);
  const facts = { lastFour: '4446', at: old, channel: 'webChat' as const };
  const message = { kind: 'unfreezeReceipt' as const, language: customer.language, facts, queuedAt: old };
  const promised = [...handedOver, ...handedOver.slice(0, 50)].map(({ id }, place) => ({
    ...{ ...message, id: `message ${place}`, customerId: id, sentAt: place < 349 ? old : null },
    ...{ tries: 1, nextTryAt: '' as const, givenUpAt: null, tokenSealed: null, expiresAt: null },
  }));
  await manager.insert(Outbox, promised);
  const failure = { card: 'card', channel: 'webChat', userTerminal: null, network: null } as const;
  await manager.insert(
    FailedAttempts,
    numbers(500).map((number) => ({
      ...{ ...failure, customer: `${number}`, authenticationRequest: `${number}`, attempt: 1 },
      ...{ at: old, endedRequestAt: null },
    })),
  );
}

onEachDatabase('a sweep', (empty) => {
  let bank: TestBank;
  before(async () => {
    bank = await openTestBank({ empty, beside: [botSchema] });
    await bank.store.transaction([], async (manager) => {
      await conversation(manager, 'long', 450, 310);
      for (const number of numbers(40)) await conversation(manager, `short ${number}`, 8, 4);
      await bankRows(manager);
    });
  });
  after(() => bank.close());

  it('deletes no more rows in one transaction than stand in the way for a moment, and in the end all of them', async () => {
    const { store } = bank;
    const went: number[] = [];
    const watched = {
      read: <Result>(work: (manager: EntityManager) => Promise<Result>) => store.read(work),
      forgetDeleted: () => store.forgetDeleted(),
      transaction: <Result>(locks: readonly Lock[], work: (manager: EntityManager) => Promise<Result>) =>
        store.transaction(locks, async (manager) => {
          const before = await rows(manager);
          const result = await work(manager);
          went.push(before - (await rows(manager)));
          return result;
        }),
    } satisfies Partial<Store> as Partial<Store> as Store;
    const ended: string[] = [];
    const kinds = [...bankExpiring(usualRetention), ...botExpiring({}, (ids) => ended.push(...ids))];
    const all = await store.read(rows);
    const due = await countExpired(store, kinds, bank.now());
    const deleted = await deleteExpired(watched, kinds, bank.now());
    assert.deepEqual(deleted, due);
    assert.ok(Math.max(...went) <= rowsAtOnce, `${Math.max(...went)} rows went at once`);
    assert.deepEqual(new Set(ended).size, 41);
    assert.equal(ended.length, 41);
    // What is left is the demo bank, and the one customer to whom a message still waits to be sent.
    const left = await store.read((manager) => manager.find(Outbox));
    assert.deepEqual(
      left.map(({ id, customerId }) => [id, customerId]),
      [['message 349', 'customer_49']],
    );
    assert.equal(await store.read(rows), 10 + 1 + 1);
    assert.equal(
      all - 12,
      went.reduce((sum, one) => sum + one, 0),
    );
  });
});
