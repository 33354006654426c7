// Guards a secret: what nobody can open any more costs the customer a question, and never an attempt.
import assert from 'node:assert/strict';
import { openStore } from '../../../kit/store/openStore.ts';
import type { Store } from '../../../kit/store/store.ts';
import { seconds } from '../../../kit/time.ts';
import { type Bank, createBank } from '../../../services/bank.ts';
import { bankSchema } from '../../../services/bankSchema.ts';
import { seal } from '../../../services/contract/sealedEnvelope.ts';
import { FailedAttempts } from '../../../services/tables/failedAttempt.ts';
import { SealingKeyRows } from '../../../services/tables/sealingKey.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { withDataSource } from '../../databases/dataSource.ts';
import { rejectsWith } from '../rejectsWith.ts';
import { browser, openTestBank, type TestBank, zhaoLei } from '../testBank.ts';

onEachDatabase('the table of sealing keys', (empty) => {
  let bank: TestBank;
  let store: Store;
  let other: Bank;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
    store = await openStore(bank.databaseUrl, [bankSchema]);
    other = createBank({ store, keyRing: bank.keyRing, clock: bank.now, pause: async () => {} });
  });
  afterEach(async () => {
    await store.close();
    await bank.close();
  });

  it('may be emptied under a running case: no attempt is counted, and a new key is at hand at once', async () => {
    const request = await bank.authenticationRequest(zhaoLei.number);
    const item = 'transactionPassword' as const;
    const given = async (sealingKey: typeof request.sealingKey) => ({
      authenticationRequest: request.id,
      userTerminal: browser,
      item,
      envelope: await seal(zhaoLei.transactionPassword, {
        authenticationRequest: { ...request, sealingKey },
        item,
      }),
    });
    const sealed = await given(request.sealingKey);
    await bank.store.transaction([], (manager) => manager.clear(SealingKeyRows));
    await rejectsWith('envelopeExpired', other.processor.giveAuthenticationInformation(sealed));
    assert.equal(await store.read((manager) => manager.count(FailedAttempts)), 0);

    bank.passes(10 * seconds);
    for (const half of [bank, other]) {
      const { attempt } = await half.processor.unfreezeRequestState(request.id);
      assert.equal(attempt?.attempt, 1);
      assert.ok(attempt.sealingKey);
      assert.notEqual(attempt.sealingKey.kid, request.sealingKey.kid);
    }
    const { attempt } = await bank.processor.unfreezeRequestState(request.id);
    assert.ok(attempt?.sealingKey);
    const again = await given(attempt.sealingKey);
    assert.equal((await other.processor.giveAuthenticationInformation(again)).outcome, 'unfrozen');
  });

  it('is one that a crash of PostgreSQL empties and its log never sees, and on SQLite a file of its own', async () => {
    const found = await withDataSource(bank.databaseUrl, async (dataSource) =>
      dataSource.options.type === 'postgres'
        ? dataSource.query("SELECT relpersistence AS kind FROM pg_class WHERE relname = 'sealing_keys'")
        : [
            ...(await dataSource.query("SELECT name AS kind FROM sqlite_master WHERE name = 'sealing_keys'")),
            ...(await dataSource.query('PRAGMA apart.journal_mode')).map(() => ({ kind: 'apart' })),
          ],
    );
    const isSqlite = bank.databaseUrl.startsWith('sqlite:');
    assert.deepEqual(found, [{ kind: isSqlite ? 'apart' : 'u' }]);
  });
});
