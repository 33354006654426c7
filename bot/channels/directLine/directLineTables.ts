import { EntitySchema, type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import type { Instant } from '../../../kit/time.ts';

/** A conversation that was started. */
export type ConversationRow = {
  id: string;
  userId: string | null;
  /** The BCP 47 tag that the user terminal gave, if it gave one. */
  locale: string | null;
  createdAt: Instant;
  lastActivityAt: Instant;
};

export const ConversationRows = new EntitySchema<ConversationRow>({
  name: 'direct_line_conversations',
  columns: {
    id: { type: 'varchar', primary: true },
    userId: { name: 'user_id', type: 'varchar', nullable: true },
    locale: { type: 'varchar', nullable: true },
    createdAt: { name: 'created_at', type: 'varchar' },
    lastActivityAt: { name: 'last_activity_at', type: 'varchar' },
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

const varchar = (name: string, isNullable = false) => ({ name, type: 'varchar', isNullable });

export class DirectLine1764000000000 implements MigrationInterface {
  readonly name = 'DirectLine1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'direct_line_conversations',
        columns: [
          { ...varchar('id'), isPrimary: true },
          varchar('user_id', true),
          varchar('locale', true),
          varchar('created_at'),
          varchar('last_activity_at'),
        ],
        indices: [{ name: 'direct_line_conversations_by_last_activity', columnNames: ['last_activity_at'] }],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'direct_line_activities',
        columns: [
          { ...varchar('conversation_id'), isPrimary: true },
          { name: 'number', type: 'integer', isPrimary: true },
          { name: 'activity', type: 'text' },
          varchar('client_activity_id', true),
          varchar('created_at'),
        ],
        // Two rows without a clientActivityID do not collide: both databases count nulls as different.
        indices: [
          {
            name: 'direct_line_activities_by_client_activity_id',
            columnNames: ['conversation_id', 'client_activity_id'],
            isUnique: true,
          },
        ],
        foreignKeys: [
          {
            columnNames: ['conversation_id'],
            referencedTableName: 'direct_line_conversations',
            referencedColumnNames: ['id'],
            onDelete: 'CASCADE',
          },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('direct_line_activities');
    await runner.dropTable('direct_line_conversations');
  }
}
