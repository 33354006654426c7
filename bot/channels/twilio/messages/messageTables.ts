import { EntitySchema } from 'typeorm';
import type { Instant } from '../../../../kit/time.ts';

/** The stored state of the messages with one number on one channel. `id` is the conversation's, a pseudonym of both. */
export type MessageThreadRow = {
  id: string;
  /** The choices in the last answer, as JSON. */
  choices: string;
  /** Set from STOP until START. */
  stoppedAt: Instant | null;
  /** The first message whose answer came too late for the carrier; null again once the customer has got that answer. */
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
 * A message whose text is to be blanked at the provider, and how often that was tried. `queuedAt` is in the future for
 * a message that is blanked only if its turn gets lost.
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
  indices: [
    {
      name: 'message_redactions_waiting',
      columns: ['nextTryAt', 'messageSid'],
      where: 'redacted_at IS NULL AND given_up_at IS NULL',
    },
    { name: 'message_redactions_redacted', columns: ['redactedAt'], where: 'redacted_at IS NOT NULL' },
    { name: 'message_redactions_given_up', columns: ['givenUpAt'], where: 'given_up_at IS NOT NULL' },
  ],
});
