import assert from 'node:assert/strict';
import { openStore } from '../../kit/store/openStore.ts';
import { bankSchema } from '../../services/bankSchema.ts';
import { FailedAttempts } from '../../services/tables/failedAttempt.ts';
import { onEachDatabase } from '../databases/databases.ts';
import { zhaoLei } from '../services/testBank.ts';
import { onDatabase } from './onDatabase.ts';
import { Thawline } from './thawline.ts';

onEachDatabase('the network address of a customer', (empty) => {
  const here = onDatabase(empty, (settings) =>
    Thawline.started({ ...settings, TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'trace' }),
  );

  it('reaches the limits of the bank’s side from behind a proxy, and nothing shows or keeps it', async () => {
    const { thawline, database } = here;
    const { conversationId, token } = await thawline.start();
    for (const text of [`unfreeze ${zhaoLei.number}`, 'yes', '000000']) {
      const { status } = await thawline.call(
        'POST',
        `/v3/directline/conversations/${conversationId}/activities`,
        { token, headers: { 'X-Forwarded-For': '198.51.100.66' }, body: { type: 'message', text } },
      );
      assert.equal(status, 200);
    }
    const store = await openStore(database.url, [bankSchema]);
    const failures = await store.read((manager) => manager.find(FailedAttempts));
    await store.close();
    assert.deepEqual(
      failures.map(({ network }) => network?.length),
      [43],
    );
    for (const where of [await database.content(), thawline.log, thawline.answered])
      assert.ok(!where.includes('198.51.100.66'));
  });
});
