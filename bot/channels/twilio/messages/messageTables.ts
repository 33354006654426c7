import { EntitySchema, type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import type { Instant } from '../../../../kit/time.ts';

/** What is kept of the messages with one number on one channel; `id` is the conversation's, a pseudonym of both. */
export type MessageThreadRow = {
  id: string;
  /** What the last answer offered, as JSON. */
  choices: string;
  /** Set from STOP to START. */
  stoppedAt: Instant | null;
  /** The first message whose answer came too late for the carrier, until the customer hears it. */
  missed: string | null;
  updatedAt: Instant;
};

export const MessageThreadRows = new EntitySchema<MessageThreadRow>({
  name: 'message_threads',
  columns: {
    id: { type: 'varchar', primary: true },
    choices: { type: 'text' },
    stoppedAt: { name: 'stopped_at', type: 'varchar', nullable: true },
    missed: { type: 'varchar', nullable: true },
    updatedAt: { name: 'updated_at', type: 'varchar' },
  },
  indices: [{ name: 'message_threads_by_update', columns: ['updatedAt'] }],
});

/**
 * A message whose text is to be blanked at the provider, and how often that was tried. `queuedAt` is in the future while
 * that is only feared.
 */
export type MessageRedactionRow = {
  messageSid: string;
  queuedAt: Instant;
  tries: number;
  nextTryAt: Instant;
  redactedAt: Instant | null;
  givenUpAt: Instant | null;
};

export const MessageRedactionRows = new EntitySchema<MessageRedactionRow>({
  name: 'message_redactions',
  columns: {
    messageSid: { name: 'message_sid', type: 'varchar', primary: true },
    queuedAt: { name: 'queued_at', type: 'varchar' },
    tries: { type: 'integer' },
    nextTryAt: { name: 'next_try_at', type: 'varchar' },
    redactedAt: { name: 'redacted_at', type: 'varchar', nullable: true },
    givenUpAt: { name: 'given_up_at', type: 'varchar', nullable: true },
  },
  indices: [{ name: 'message_redactions_by_try', columns: ['nextTryAt'] }],
});

const varchar = (name: string, isNullable = false) => ({ name, type: 'varchar', isNullable });
const key = (name: string) => ({ name, type: 'varchar', isPrimary: true });

export class Messages1764000110000 implements MigrationInterface {
  readonly name = 'Messages1764000110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'message_threads',
        columns: [
          key('id'),
          { name: 'choices', type: 'text' },
          varchar('working_on', true),
          varchar('working_since', true),
          varchar('stopped_at', true),
          varchar('updated_at'),
        ],
        indices: [{ name: 'message_threads_by_update', columnNames: ['updated_at'] }],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'received_messages',
        columns: [
          key('message_sid'),
          { name: 'answer', type: 'text', isNullable: true },
          varchar('received_at'),
        ],
        indices: [{ name: 'received_messages_by_time', columnNames: ['received_at'] }],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'message_redactions',
        columns: [
          key('message_sid'),
          varchar('queued_at'),
          { name: 'tries', type: 'integer' },
          varchar('next_try_at'),
          varchar('redacted_at', true),
          varchar('given_up_at', true),
        ],
        indices: [{ name: 'message_redactions_by_try', columnNames: ['next_try_at'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('message_redactions');
    await runner.dropTable('received_messages');
    await runner.dropTable('message_threads');
  }
}

/** Whose turn it is stands in `turn_leases` now; which answer was missed stands here. */
export class MessagesInTurn1764000140000 implements MigrationInterface {
  readonly name = 'MessagesInTurn1764000140000';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of working) await runner.query(`ALTER TABLE message_threads DROP COLUMN ${column}`);
    await runner.query('ALTER TABLE message_threads ADD COLUMN missed varchar');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE message_threads DROP COLUMN missed');
    for (const column of working) {
      await runner.query(`ALTER TABLE message_threads ADD COLUMN ${column} varchar`);
    }
  }
}

const working = ['working_on', 'working_since'];
