import { EntitySchema } from 'typeorm';
import type { Instant } from '../../kit/time.ts';

/** A conversation: the holder of its turn, over all processes, and its state after the last turn. */
export type ConversationRow = {
  /** A hash of its channel and id. */
  id: string;
  /** Another one whenever a turn is taken, and when it ends; empty before the first. */
  version: string;
  /** The terminal's state, and what it awaits, as JSON; null before the first turn. */
  state: string | null;
  awaits: string | null;
  /** The process that holds the turn, and until when. */
  holder: string;
  expiresAt: Instant;
  /** The end of its last turn. */
  updatedAt: Instant;
};

export const ConversationRows = new EntitySchema<ConversationRow>({
  name: 'conversations',
  columns: {
    id: { type: 'varchar', primary: true },
    version: { type: 'varchar' },
    state: { type: 'text', nullable: true },
    awaits: { type: 'text', nullable: true },
    holder: { type: 'varchar' },
    expiresAt: { name: 'expires_at', type: 'varchar' },
    updatedAt: { name: 'updated_at', type: 'varchar' },
  },
  indices: [{ name: 'conversations_by_update', columns: ['updatedAt'] }],
});

/** A delivery for a conversation. Its row gives it one effect and one answer, however often it comes. */
export type DeliveryRow = {
  /** A hash of its channel and its own id. */
  id: string;
  conversation: string;
  arrivedAt: Instant;
  /** What is needed to do its turn again, as JSON, until it is answered. No secret stands in it. */
  kept: string | null;
  /** What the channel was answered; null before. */
  answer: string | null;
  /** How many parts of the answer have gone out, where it does not go back with the request; null once nothing is left to do. */
  sent: number | null;
  /** What its turn tells of, as JSON, until it is gathered. */
  events: string | null;
};

export const DeliveryRows = new EntitySchema<DeliveryRow>({
  name: 'deliveries',
  columns: {
    id: { type: 'varchar', primary: true },
    conversation: { type: 'varchar' },
    arrivedAt: { name: 'arrived_at', type: 'varchar' },
    kept: { type: 'text', nullable: true },
    answer: { type: 'text', nullable: true },
    sent: { type: 'integer', nullable: true },
    events: { type: 'text', nullable: true },
  },
  indices: [
    { name: 'deliveries_by_arrival', columns: ['arrivedAt'] },
    { name: 'deliveries_by_conversation', columns: ['conversation', 'sent'] },
    { name: 'deliveries_with_events', columns: ['arrivedAt'], where: 'events IS NOT NULL' },
  ],
});
