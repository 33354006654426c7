import { ago, expiringRows } from '../../../kit/retention/expiring.ts';
import type { OwnedTable } from '../../../kit/retention/ownedTable.ts';
import { laterMigration } from '../../../kit/store/laterMigration.ts';
import { LessThan } from '../../../kit/store/query.ts';
import type { ConversationPeriod } from '../../turn/conversationPeriod.ts';
import { deleteSomeWithConversations, dueOfTurns } from './deleteWithConversations.ts';
import { ActivityRows, DirectLineConversationRows } from './directLineTables.ts';

/** `ended` is told which conversations of web chat go. */
type Kept = ConversationPeriod & { ended: (ids: string[]) => void };

const ends = laterMigration({
  name: 'BotConversationEnds1795916600000',
  up: ['ALTER TABLE direct_line_conversations ADD COLUMN ended_at varchar'],
  down: ['ALTER TABLE direct_line_conversations DROP COLUMN ended_at'],
});

/** What was shown in web chat; with a conversation goes what its turns have kept. */
export const directLineTables: readonly OwnedTable<Kept>[] = [
  {
    rows: DirectLineConversationRows,
    migrations: [ends],
    expiring: ({ RETENTION_CONVERSATIONS: keptFor, ended }) =>
      expiringRows({
        kind: 'conversations',
        keptFor,
        rows: DirectLineConversationRows,
        key: 'id',
        due: (now) => ({ lastActivityAt: LessThan(ago(now, keptFor)) }),
        async remove(manager, ids, most) {
          const gone = await deleteSomeWithConversations(manager, ids, most);
          ended(gone);
          return gone;
        },
        takeAlong: (manager, now) => dueOfTurns(manager, ago(now, keptFor)),
      }),
  },
  { rows: ActivityRows, goesWith: DirectLineConversationRows },
];
