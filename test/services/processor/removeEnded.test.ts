import assert from 'node:assert/strict';
import { hours, minutes } from '../../../services/contract/time.ts';
import { AuditEntries } from '../../../services/store/entities/auditEntry.ts';
import {
  AuthenticationRequests,
  AuthenticationResults,
} from '../../../services/store/entities/authenticationRequest.ts';
import { FailedAttempts } from '../../../services/store/entities/failedAttempt.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { openTestBank, type TestBank, zhaoLei } from '../testBank.ts';

onEachDatabase('authentication requests that have ended', (empty) => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
  });
  afterEach(() => bank.close());

  const kept = () =>
    bank.store.read(async (manager) => [
      await manager.count(AuthenticationRequests),
      await manager.count(AuthenticationResults),
    ]);

  it('go with their results a day after they expired; the audit trail and what failed stay', async () => {
    const request = await bank.authenticationRequest(zhaoLei.number);
    await bank.give(request, 'transactionPassword', '000000');
    const trail = await bank.store.read((manager) => manager.count(AuditEntries));
    bank.passes(24 * hours + 9 * minutes);
    await bank.tend();
    assert.deepEqual(await kept(), [1, 1]);
    bank.passes(1 * minutes);
    await bank.tend();
    assert.deepEqual(await kept(), [0, 0]);
    const after = await bank.store.read(async (manager) => [
      await manager.count(AuditEntries),
      await manager.count(FailedAttempts),
    ]);
    assert.deepEqual(after, [trail, 1]);
  });
});
