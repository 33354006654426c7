import assert from 'node:assert/strict';
import type { EntitySchema, ObjectLiteral } from 'typeorm';
import { countExpired, deleteExpired } from '../../kit/retention/expiring.ts';
import { hours, minutes } from '../../kit/time.ts';
import { bankExpiring, usualRetention } from '../../services/bankRetention.ts';
import { AuditEntries } from '../../services/tables/auditEntry.ts';
import {
  AuthenticationRequests,
  AuthenticationResults,
} from '../../services/tables/authenticationRequest.ts';
import { Customers } from '../../services/tables/customer.ts';
import { FailedAttempts } from '../../services/tables/failedAttempt.ts';
import { Outbox } from '../../services/tables/outboxMessage.ts';
import { QueryCounts } from '../../services/tables/queryCount.ts';
import { onEachDatabase } from '../databases/databases.ts';
import { trailOf } from './audit/trailOf.ts';
import { openTestBank, type TestBank, zhaoLei } from './testBank.ts';

const days = 24 * hours;

onEachDatabase('what the bank keeps', (empty) => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
  });
  afterEach(() => bank.close());

  const counts = (...tables: EntitySchema<ObjectLiteral>[]) =>
    bank.store.read(async (manager) => {
      const found: number[] = [];
      for (const table of tables) found.push(await manager.count(table));
      return found;
    });

  it('of authentication requests goes with the results a day after they expired; audit and failures stay', async () => {
    const request = await bank.authenticationRequest(zhaoLei.number);
    await bank.give(request, 'transactionPassword', '000000');
    const trail = (await trailOf(bank)).length;
    bank.passes(24 * hours + 9 * minutes);
    await bank.tend();
    assert.deepEqual(await counts(AuthenticationRequests, AuthenticationResults), [1, 1]);
    bank.passes(1 * minutes);
    await bank.tend();
    assert.deepEqual(await counts(AuthenticationRequests, AuthenticationResults), [0, 0]);
    assert.deepEqual(await counts(AuditEntries, FailedAttempts), [trail, 1]);
  });

  it('of failures goes ninety days after the last of them', async () => {
    for (const wait of [0, 20 * hours]) {
      bank.passes(wait);
      const request = await bank.authenticationRequest(zhaoLei.number);
      await bank.give(request, 'transactionPassword', '000000');
    }
    bank.passes(90 * days - 1);
    await bank.tend();
    assert.deepEqual(await counts(FailedAttempts), [2]);
    bank.passes(1);
    await bank.tend();
    assert.deepEqual(await counts(FailedAttempts), [0]);
  });

  it('of failures stays for ever where only the operator may lift the lock', async () => {
    const failed = { card: 'card', channel: 'webChat', userTerminal: null, network: null } as const;
    const of = (customer: string, times: number) =>
      Array.from({ length: times }, (_, attempt) => ({
        ...failed,
        customer,
        authenticationRequest: customer,
        attempt,
        at: '2020-01-01T00:00:00.000Z',
        endedRequestAt: null,
      }));
    await bank.store.transaction([], (manager) =>
      manager.insert(FailedAttempts, [...of('eight in a row', 8), ...of('forgotten', 7)]),
    );
    await bank.tend();
    const left = await bank.store.read((manager) => manager.find(FailedAttempts));
    assert.deepEqual(new Set(left.map(({ customer }) => customer)), new Set(['eight in a row']));
    assert.equal(left.length, 8);
  });

  it('of messages goes thirty days after they were sent or given up, and never before', async () => {
    const [customer] = await bank.store.read((manager) => manager.find(Customers, { take: 1 }));
    assert.ok(customer);
    const { language } = customer;
    const queuedAt = bank.now().toISOString();
    const facts = { lastFour: '4446', at: queuedAt, channel: 'webChat' as const };
    const tried = { tries: 1, nextTryAt: '' as const, givenUpAt: null };
    const message = { kind: 'unfreezeReceipt' as const, customerId: customer.id, language, facts, ...tried };
    await bank.store.transaction([], (manager) =>
      manager.insert(Outbox, [
        { ...message, id: 'sent', queuedAt, sentAt: queuedAt },
        { ...message, id: 'given up', queuedAt, sentAt: null, givenUpAt: queuedAt },
        { ...message, id: 'waiting', queuedAt, sentAt: null },
      ]),
    );
    bank.passes(30 * days - 1);
    await bank.tend();
    assert.deepEqual(await counts(Outbox), [3]);
    bank.passes(1);
    await bank.tend();
    assert.deepEqual(await counts(Outbox), [1]);
  });

  it('goes in batches between which others have their turn, and is counted first where that is asked', async () => {
    const since = new Date(bank.now().getTime() - 10 * minutes).toISOString();
    const many = Array.from({ length: 1200 }, (_, count) => ({ subject: `s${count}`, since, count: 1 }));
    await bank.store.transaction([], async (manager) => {
      await manager.insert(QueryCounts, many.slice(0, 600));
      await manager.insert(QueryCounts, many.slice(600));
    });
    const kinds = bankExpiring(usualRetention);
    const due = await countExpired(bank.store, kinds, bank.now());
    assert.equal(due.find(({ kind }) => kind === 'queryCounts')?.count, 1200);
    const seen: number[] = [];
    const looks: Promise<unknown>[] = [];
    const deleted = await deleteExpired(bank.store, kinds, bank.now(), () =>
      looks.push(counts(QueryCounts).then(([left]) => seen.push(left ?? 0))),
    );
    await Promise.all(looks);
    assert.deepEqual(deleted, due);
    assert.equal(seen.length, 6);
    assert.ok((seen[0] ?? 0) > 0, 'who asked after the first batch waited for the last');
    assert.deepEqual(await counts(QueryCounts), [0]);
  });
});
