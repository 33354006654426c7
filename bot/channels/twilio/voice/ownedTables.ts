import { ago, expiringRows } from '../../../../kit/retention/expiring.ts';
import type { OwnedTable } from '../../../../kit/retention/ownedTable.ts';
import { LessThan } from '../../../../kit/store/query.ts';
import type { ConversationPeriod } from '../../../turn/conversationPeriod.ts';
import { CallRows } from './callTables.ts';

/** The table of telephone calls, which are kept for a time after their last step. */
export const callTables: readonly OwnedTable<ConversationPeriod>[] = [
  {
    rows: CallRows,
    expiring: ({ RETENTION_CONVERSATIONS: keptFor }) =>
      expiringRows({
        kind: 'calls',
        keptFor,
        rows: CallRows,
        key: 'callSid',
        due: (now) => ({ lastStepAt: LessThan(ago(now, keptFor)) }),
      }),
  },
];
