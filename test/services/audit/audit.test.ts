import assert from 'node:assert/strict';
import { AuditEntries } from '../../../services/tables/auditEntry.ts';
import { openTestBank, type TestBank } from '../testBank.ts';
import { firstBadEntry } from './firstBadEntry.ts';

describe('the audit trail', () => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ customers: [] });
    for (const card of ['one', 'two', 'three']) {
      await bank.store.transaction([], (manager) =>
        bank.audit.write(manager, bank.now(), 'cardUnfrozen', { card }),
      );
    }
    await bank.chaining.chain();
  });
  afterEach(() => bank.close());

  const firstBad = () => firstBadEntry(bank.store, bank.audit);

  it('holds as it was written', async () => {
    assert.equal(await firstBad(), undefined);
  });

  it('shows an entry that was changed', async () => {
    await bank.store.transaction([], (manager) =>
      manager.update(AuditEntries, { number: 2 }, { details: '{"card":"other"}' }),
    );
    assert.equal(await firstBad(), 2);
  });

  it('shows an entry that was taken out', async () => {
    await bank.store.transaction([], (manager) => manager.delete(AuditEntries, { number: 2 }));
    assert.equal(await firstBad(), 2);
  });

  it('shows an entry that was moved', async () => {
    await bank.store.transaction([], (manager) =>
      manager.update(AuditEntries, { number: 1 }, { at: '2026-11-24T09:00:00.000Z' }),
    );
    assert.equal(await firstBad(), 1);
  });

  it('loses its entry with the transaction that it tells about', async () => {
    const failing = bank.store.transaction([], async (manager) => {
      await bank.audit.write(manager, bank.now(), 'cardUnfrozen', { card: 'four' });
      throw new Error('the change failed');
    });
    await assert.rejects(failing);
    assert.equal(await bank.store.read((manager) => manager.count(AuditEntries)), 3);
    assert.equal(await firstBad(), undefined);
  });
});
