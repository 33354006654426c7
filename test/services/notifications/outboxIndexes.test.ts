import assert from 'node:assert/strict';
import { bankSchema } from '../../../services/bankSchema.ts';
import { queueUnfreezeReceipt } from '../../../services/notifications/outbox.ts';
import { outboxIndexes } from '../../../services/notifications/outboxIndexes.ts';
import { Customers } from '../../../services/tables/customer.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { withDataSource } from '../../databases/dataSource.ts';
import { openTestBank } from '../testBank.ts';

onEachDatabase(
  'a database in which customers of a card system elsewhere have outlived what was sent to them',
  (empty) => {
    it('is rid of them with the indexes of the outbox, and keeps all others', async () => {
      const bank = await openTestBank({ empty });
      try {
        const [customer, ...others] = await bank.store.read((manager) => manager.find(Customers));
        assert.ok(customer);
        const { language } = customer;
        await bank.store.transaction([], async (manager) => {
          for (const id of ['customer_gone', 'customer_waits'])
            await manager.insert(Customers, { ...customer, id, phoneIndex: id });
          const reserved = { customerId: 'customer_waits', language };
          await queueUnfreezeReceipt(manager, {
            ...{
              card: { reference: `card_${'A'.repeat(22)}`, lastFour: '1114' },
              reserved,
              at: bank.now(),
              channel: 'webChat',
            },
            ownMessages: bank.ownMessages,
          });
        });
        await withDataSource(
          bank.databaseUrl,
          async (dataSource) => {
            const runner = dataSource.createQueryRunner();
            await new outboxIndexes().down(runner);
            await new outboxIndexes().up(runner);
            await runner.release();
          },
          [bankSchema],
        );
        const left = await bank.store.read((manager) => manager.find(Customers));
        assert.equal(left.length, others.length + 2);
        assert.deepEqual(
          left.map(({ id }) => id).filter((id) => id.startsWith('customer_')),
          ['customer_waits'],
        );
      } finally {
        await bank.close();
      }
    });
  },
);
