import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import type { OwnedTable } from '../../kit/retention/ownedTable.ts';
import { LessThan } from '../../kit/store/query.ts';
import type { ConversationPeriod } from './conversationPeriod.ts';
import { ConversationRows, DeliveryRows } from './turnTables.ts';

/** What the turns of every channel rest on. */
export const turnTables: readonly OwnedTable<ConversationPeriod>[] = [
  {
    rows: DeliveryRows,
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
