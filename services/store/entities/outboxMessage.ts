import { EntitySchema } from 'typeorm';
import type { Language } from '../../contract/language.ts';
import type { Instant } from '../../contract/time.ts';
import { key, optionalText, text } from '../columns.ts';

/** A message to a customer's registered phone that was promised with a committed change and is still to be sent. */
export type OutboxMessage = {
  id: string;
  kind: 'unfreezeReceipt';
  customerId: string;
  language: Language;
  /** What the sentence says: last four digits, moment, channel. */
  facts: Record<string, string>;
  queuedAt: Instant;
  sentAt: Instant | null;
};

export const Outbox = new EntitySchema<OutboxMessage>({
  name: 'outbox',
  columns: {
    id: key,
    kind: text,
    customerId: text,
    language: text,
    facts: { type: 'simple-json' },
    queuedAt: text,
    sentAt: optionalText,
  },
});
