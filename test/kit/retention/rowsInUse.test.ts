import assert from 'node:assert/strict';
import { deleteExpired } from '../../../kit/retention/expiring.ts';
import { openStore } from '../../../kit/store/openStore.ts';
import { hours, instant, later } from '../../../kit/time.ts';
import { bankExpiring, usualRetention } from '../../../services/bankRetention.ts';
import { bankSchema } from '../../../services/bankSchema.ts';
import { FrozenCardRows } from '../../../services/tables/frozenCardRecord.ts';
import { emptyPostgres } from '../../databases/postgres.ts';
import { browser, openTestBank, zhaoLei } from '../../services/testBank.ts';

describe('a row that is past its time, on PostgreSQL', () => {
  it('stays where another process is giving it a new one', async () => {
    const bank = await openTestBank({ empty: emptyPostgres });
    const other = await openStore(bank.databaseUrl, [bankSchema]);
    try {
      const card = await bank.card(zhaoLei.number);
      await bank.customerService.queryCardStatus({ card, userTerminal: browser });
      bank.passes(48 * hours);
      const kinds = bankExpiring(usualRetention);
      const sweep = () => deleteExpired(bank.store, kinds, bank.now());
      const expiresAt = instant(later(bank.now(), 1 * hours));
      const [, swept] = await other.transaction([], async (manager) => {
        await manager.update(FrozenCardRows, { card }, { expiresAt });
        // Had it to wait for the other, which waits for it, the test would end here.
        return ['refreshed', await sweep()] as const;
      });
      assert.deepEqual(
        swept.filter(({ count, kind }) => count > 0 && kind === 'frozenCardRecords'),
        [],
      );
      const kept = await bank.store.read((manager) => manager.findOneBy(FrozenCardRows, { card }));
      assert.equal(kept?.expiresAt, expiresAt);
      bank.passes(2 * hours);
      assert.equal((await sweep()).find(({ kind }) => kind === 'frozenCardRecords')?.count, 1);
    } finally {
      await other.close();
      await bank.close();
    }
  });
});
