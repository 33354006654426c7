import { EntitySchema } from 'typeorm';
import type { Instant } from '../../../kit/time.ts';

/** A conversation that was started. */
export type DirectLineConversationRow = {
  id: string;
  userId: string | null;
  /** The BCP 47 tag that the user terminal gave, if it gave one. */
  locale: string | null;
  createdAt: Instant;
  lastActivityAt: Instant;
  /** When its customer ended it, of whom nothing but that is kept; null while it goes on. */
  endedAt?: Instant | null;
};

export const DirectLineConversationRows = new EntitySchema<DirectLineConversationRow>({
  name: 'direct_line_conversations',
  columns: {
    id: { type: 'varchar', primary: true },
    userId: { name: 'user_id', type: 'varchar', nullable: true },
    locale: { type: 'varchar', nullable: true },
    createdAt: { name: 'created_at', type: 'varchar' },
    lastActivityAt: { name: 'last_activity_at', type: 'varchar' },
    endedAt: { name: 'ended_at', type: 'varchar', nullable: true },
  },
  indices: [{ name: 'direct_line_conversations_by_last_activity', columns: ['lastActivityAt'] }],
});

/** One activity as it was shown; `activity` is its JSON. */
export type ActivityRow = {
  conversationId: string;
  /** 1, 2, 3 … in each conversation. */
  number: number;
  activity: string;
  clientActivityId: string | null;
  createdAt: Instant;
};

export const ActivityRows = new EntitySchema<ActivityRow>({
  name: 'direct_line_activities',
  columns: {
    conversationId: { name: 'conversation_id', type: 'varchar', primary: true },
    number: { type: 'integer', primary: true },
    activity: { type: 'text' },
    clientActivityId: { name: 'client_activity_id', type: 'varchar', nullable: true },
    createdAt: { name: 'created_at', type: 'varchar' },
  },
  indices: [
    {
      name: 'direct_line_activities_by_client_activity_id',
      columns: ['conversationId', 'clientActivityId'],
      unique: true,
    },
  ],
  foreignKeys: [
    {
      target: 'direct_line_conversations',
      columnNames: ['conversationId'],
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
    },
  ],
});
