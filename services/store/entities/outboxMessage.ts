import { EntitySchema } from 'typeorm';
import type { LastFour } from '../../contract/card.ts';
import type { Language } from '../../contract/language.ts';
import type { Instant } from '../../contract/time.ts';
import type { Channel } from '../../contract/userTerminal.ts';
import { count, key, optionalText, text } from '../columns.ts';

/** A message to a customer's registered phone that was promised with a committed change and is still to be sent. */
export type OutboxMessage = {
  id: string;
  kind: 'unfreezeReceipt';
  customerId: string;
  language: Language;
  /** What the sentence says. */
  facts: { lastFour: LastFour; at: Instant; channel: Channel };
  queuedAt: Instant;
  sentAt: Instant | null;
  tries: number;
  /** Not before; empty where it was never tried. */
  nextTryAt: Instant | '';
  /** Since when nobody tries any more. */
  givenUpAt: Instant | null;
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
    tries: count,
    nextTryAt: text,
    givenUpAt: optionalText,
  },
});
