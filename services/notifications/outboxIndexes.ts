import { indexMigration } from '../../kit/store/indexMigration.ts';
import { handedOverPrefix } from '../tables/customer.ts';

/** Indexes for the sweep, the gauges and the deletion of a customer, so that none of them reads a month of messages. */
export const outboxIndexes = indexMigration({
  name: 'BankOutboxIndexes1764366010000',
  makes: {
    outbox_customer: 'CREATE INDEX outbox_customer ON outbox (customer_id)',
    outbox_waiting:
      'CREATE INDEX outbox_waiting ON outbox (next_try_at, id) WHERE sent_at IS NULL AND given_up_at IS NULL',
    outbox_given_up: 'CREATE INDEX outbox_given_up ON outbox (given_up_at) WHERE given_up_at IS NOT NULL',
    outbox_expiry: 'CREATE INDEX outbox_expiry ON outbox (expires_at) WHERE expires_at IS NOT NULL',
    outbox_tokens: 'CREATE INDEX outbox_tokens ON outbox (expires_at, id) WHERE token_sealed IS NOT NULL',
  },
  // The rows that are now deleted with the last message to them.
  also: [
    `DELETE FROM customers WHERE id LIKE '${handedOverPrefix}%' ` +
      'AND NOT EXISTS (SELECT 1 FROM outbox WHERE customer_id = customers.id)',
  ],
});
