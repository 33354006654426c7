import { ago, expiringRows } from '../../../../kit/retention/expiring.ts';
import type { OwnedTable } from '../../../../kit/retention/ownedTable.ts';
import { laterMigration } from '../../../../kit/store/laterMigration.ts';
import { LessThan } from '../../../../kit/store/query.ts';
import type { ConversationPeriod } from '../../../turn/conversationPeriod.ts';
import { CallRows } from './callTables.ts';

const told = laterMigration({
  name: 'BotToldCalls1795965000000',
  up: ['ALTER TABLE voice_calls ADD COLUMN told text'],
  down: ['ALTER TABLE voice_calls DROP COLUMN told'],
});

/** The table of telephone calls, which are kept for a time after their last step. */
export const callTables: readonly OwnedTable<ConversationPeriod>[] = [
  {
    rows: CallRows,
    migrations: [told],
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
