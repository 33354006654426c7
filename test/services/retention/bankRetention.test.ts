import assert from 'node:assert/strict';
import type { EntitySchema, ObjectLiteral } from 'typeorm';
import { hours, minutes } from '../../../services/contract/time.ts';
import { bankExpiring, usualRetention } from '../../../services/retention/bankRetention.ts';
import { countExpired, deleteExpired } from '../../../services/retention/expiring.ts';
import { AuditEntries } from '../../../services/store/entities/auditEntry.ts';
import {
  AuthenticationRequests,
  AuthenticationResults,
} from '../../../services/store/entities/authenticationRequest.ts';
import { Customers } from '../../../services/store/entities/customer.ts';
import { Outbox } from '../../../services/store/entities/outboxMessage.ts';
import { QueryCounts } from '../../../services/store/entities/queryCount.ts';
import { Throttles } from '../../../services/store/entities/throttle.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { openTestBank, type TestBank, zhaoLei } from '../testBank.ts';

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
    const [trail] = await counts(AuditEntries);
    bank.passes(24 * hours + 9 * minutes);
    await bank.tend();
    assert.deepEqual(await counts(AuthenticationRequests, AuthenticationResults), [1, 1]);
    bank.passes(1 * minutes);
    await bank.tend();
    assert.deepEqual(await counts(AuthenticationRequests, AuthenticationResults), [0, 0]);
    assert.deepEqual(await counts(AuditEntries, Throttles), [trail, 2]);
  });

  it('of failures goes ninety days after the last of them', async () => {
    for (const wait of [0, 20 * hours]) {
      bank.passes(wait);
      const request = await bank.authenticationRequest(zhaoLei.number);
      await bank.give(request, 'transactionPassword', '000000');
    }
    bank.passes(90 * days);
    await bank.tend();
    assert.deepEqual(await counts(Throttles), [2]);
    bank.passes(4 * hours + 1);
    await bank.tend();
    assert.deepEqual(await counts(Throttles), [0]);
  });

  it('of failures stays for ever where only the operator may lift the lock', async () => {
    const failed = { failedAt: ['2020-01-01T00:00:00.000Z'], lockedUntil: null };
    await bank.store.transaction((manager) =>
      manager.insert(Throttles, [
        { ...failed, subject: 'ten in a row', inARow: 10, needsRelease: false },
        { ...failed, subject: 'not released', inARow: 3, needsRelease: true },
        { ...failed, subject: 'forgotten', inARow: 9, needsRelease: false },
      ]),
    );
    await bank.tend();
    const left = await bank.store.read((manager) => manager.find(Throttles, { order: { subject: 'ASC' } }));
    assert.deepEqual(
      left.map(({ subject }) => subject),
      ['not released', 'ten in a row'],
    );
  });

  it('of messages goes thirty days after they were sent or given up, and never before', async () => {
    const [customer] = await bank.store.read((manager) => manager.find(Customers, { take: 1 }));
    assert.ok(customer);
    const { language } = customer;
    const queuedAt = bank.now().toISOString();
    const facts = { lastFour: '4446', at: queuedAt, channel: 'webChat' as const };
    const tried = { tries: 1, nextTryAt: '' as const, givenUpAt: null };
    const message = { kind: 'unfreezeReceipt' as const, customerId: customer.id, language, facts, ...tried };
    await bank.store.transaction((manager) =>
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
    await bank.store.transaction(async (manager) => {
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
    assert.equal(seen.length, 3);
    assert.ok((seen[0] ?? 0) > 0, 'who asked after the first batch waited for the last');
    assert.deepEqual(await counts(QueryCounts), [0]);
  });
});
