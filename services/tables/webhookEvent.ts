import { EntitySchema } from 'typeorm';
import { count, key, optionalText, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';

/**
 * An event on its way to the bank's own system. `id` is that of the entry of the audit trail that it tells of, `number` its place
 * in the chain, and `body` the JSON that is sent.
 */
export type WebhookEventRow = {
  id: string;
  number: number;
  /** What the event is of: a card, or a case without one. The events of one subject go out in their order. */
  subject: string;
  type: string;
  at: Instant;
  body: string;
  tries: number;
  /** The moment before which it is not tried again; null where it was delivered or given up. */
  nextTryAt: Instant | null;
  deliveredAt: Instant | null;
  givenUpAt: Instant | null;
};

export const WebhookEventRows = new EntitySchema<WebhookEventRow>({
  name: 'webhook_events',
  columns: {
    id: key,
    number: { type: 'integer' },
    subject: text,
    type: text,
    at: text,
    body: text,
    tries: count,
    nextTryAt: optionalText,
    deliveredAt: optionalText,
    givenUpAt: optionalText,
  },
  indices: [
    { name: 'webhook_events_at', columns: ['at'] },
    { name: 'webhook_events_due', columns: ['nextTryAt', 'number'], where: 'next_try_at IS NOT NULL' },
    { name: 'webhook_events_subject', columns: ['subject', 'number'] },
    { name: 'webhook_events_given_up', columns: ['givenUpAt'], where: 'given_up_at IS NOT NULL' },
  ],
});
