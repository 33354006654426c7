import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import type { OwnedTable } from '../../kit/retention/ownedTable.ts';
import { laterMigration } from '../../kit/store/laterMigration.ts';
import { LessThan } from '../../kit/store/query.ts';
import type { ConversationPeriod } from './conversationPeriod.ts';
import { ConversationRows, DeliveryRows } from './turnTables.ts';

/** Deliveries of an earlier version have no events. */
const deliveryEvents = laterMigration({
  name: 'BotDeliveryEvents1796200500000',
  up: [
    'ALTER TABLE deliveries ADD COLUMN events text',
    'CREATE INDEX deliveries_with_events ON deliveries (arrived_at) WHERE events IS NOT NULL',
  ],
  down: ['DROP INDEX deliveries_with_events', 'ALTER TABLE deliveries DROP COLUMN events'],
});

/** The tables that the turns of every channel use. */
export const turnTables: readonly OwnedTable<ConversationPeriod>[] = [
  {
    rows: DeliveryRows,
    migrations: [deliveryEvents],
    expiring: ({ RETENTION_CONVERSATIONS: keptFor }) =>
      expiringRows({
        kind: 'deliveries',
        keptFor,
        rows: DeliveryRows,
        key: 'id',
        due: (now) => ({ arrivedAt: LessThan(ago(now, keptFor)) }),
      }),
  },
  {
    rows: ConversationRows,
    expiring: ({ RETENTION_CONVERSATIONS: keptFor }) =>
      expiringRows({
        kind: 'turns',
        keptFor,
        rows: ConversationRows,
        key: 'id',
        due: (now) => ({ updatedAt: LessThan(ago(now, keptFor)) }),
      }),
  },
];
