import { EntitySchema } from 'typeorm';
import type { Language } from '../../kit/language.ts';
import { count, key, optionalText, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';
import type { LastFour } from '../contract/card.ts';
import type { Channel } from '../contract/channels.ts';
import type { CaseId } from '../contract/handoff.ts';

/** A message to a customer's registered phone that was promised with a committed change and is still to be sent. */
export type OutboxMessage = {
  id: string;
  kind: 'unfreezeReceipt' | 'secureLink' | 'secureCode' | 'attemptsFailed' | 'attemptsLocked' | 'cardFrozen';
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
  /** What makes the address in a `secureLink`, or the code of a `secureCode`, until it was sent, given up or expired; null in all others. */
  tokenSealed: string | null;
  /** After which it is of no use any more, and is never sent; null where it always is. */
  expiresAt: Instant | null;
  /**
   * When another way is tried, unless it has arrived by then; null where nobody waits for that. Where it came in no way:
   * when the next who asks for those is told of it.
   */
  arriveBy: Instant | null;
  arrivedAt: Instant | null;
  /** How often it was tried through the bank's own sender. */
  bankTries: number;
  /** Since when it is known that it came in no way. */
  unreachedAt: Instant | null;
  /** The case that the bank's staff have for it, where it came in no way. */
  caseId: CaseId | null;
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
    tries: { ...count, default: 0 },
    nextTryAt: { ...text, default: '' },
    givenUpAt: optionalText,
    tokenSealed: optionalText,
    expiresAt: optionalText,
    arriveBy: optionalText,
    arrivedAt: optionalText,
    bankTries: { ...count, default: 0 },
    unreachedAt: optionalText,
    caseId: optionalText,
  },
  indices: [
    { name: 'outbox_unsent', columns: ['sentAt', 'queuedAt'] },
    { name: 'outbox_customer', columns: ['customerId'] },
    {
      name: 'outbox_waiting',
      columns: ['nextTryAt', 'id'],
      where: 'sent_at IS NULL AND given_up_at IS NULL',
    },
    { name: 'outbox_given_up', columns: ['givenUpAt'], where: 'given_up_at IS NOT NULL' },
    { name: 'outbox_expiry', columns: ['expiresAt'], where: 'expires_at IS NOT NULL' },
    {
      name: 'outbox_arriving',
      columns: ['arriveBy', 'id'],
      where: 'arrive_by IS NOT NULL AND unreached_at IS NULL',
    },
    {
      name: 'outbox_unreached',
      columns: ['arriveBy', 'id'],
      where: 'unreached_at IS NOT NULL AND case_id IS NULL',
    },
    { name: 'outbox_tokens', columns: ['expiresAt', 'id'], where: 'token_sealed IS NOT NULL' },
  ],
  foreignKeys: [{ target: 'customers', columnNames: ['customerId'], referencedColumnNames: ['id'] }],
});
