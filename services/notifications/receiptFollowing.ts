import { laterMigration } from '../../kit/store/laterMigration.ts';

/** Receipts of an earlier version are not followed, because nobody has asked the carrier whether they arrived. */
export const receiptFollowing = laterMigration({
  name: 'BankReceiptFollowing1795910400000',
  up: [
    'ALTER TABLE outbox ADD COLUMN arrive_by text',
    'ALTER TABLE outbox ADD COLUMN arrived_at text',
    'ALTER TABLE outbox ADD COLUMN bank_tries integer NOT NULL DEFAULT 0',
    'ALTER TABLE outbox ADD COLUMN unreached_at text',
    'ALTER TABLE outbox ADD COLUMN case_id text',
    'CREATE INDEX outbox_arriving ON outbox (arrive_by, id) WHERE arrive_by IS NOT NULL AND unreached_at IS NULL',
    'CREATE INDEX outbox_unreached ON outbox (arrive_by, id) WHERE unreached_at IS NOT NULL AND case_id IS NULL',
  ],
  down: [
    'DROP INDEX outbox_unreached',
    'DROP INDEX outbox_arriving',
    'ALTER TABLE outbox DROP COLUMN case_id',
    'ALTER TABLE outbox DROP COLUMN unreached_at',
    'ALTER TABLE outbox DROP COLUMN bank_tries',
    'ALTER TABLE outbox DROP COLUMN arrived_at',
    'ALTER TABLE outbox DROP COLUMN arrive_by',
  ],
});
