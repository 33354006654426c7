import { EntitySchema } from 'typeorm';
import type { Language } from '../../kit/language.ts';
import { count, key, optionalText, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';
import type { CardReference, LastFour } from '../contract/card.ts';
import type { Channel } from '../contract/channels.ts';
import type { CaseId } from '../contract/handoff.ts';

/** A message to a customer's registered phone. It was promised with a committed change and is still to be sent. */
export type OutboxMessage = {
  id: string;
  kind:
    | 'unfreezeReceipt'
    | 'secureLink'
    | 'secureCode'
    | 'attemptsFailed'
    | 'attemptsLocked'
    | 'cardFrozen'
    | 'freezeNoticed'
    | 'freezeNoticedForStaff';
  customerId: string;
  language: Language;
  /**
   * The facts that the message's sentence names; `channel` where something was done on one. `card` is in no sentence: by it
   * the bank's own systems know whose the message is. A row of an earlier version has none.
   */
  facts: { lastFour: LastFour; at: Instant; channel?: Channel; card?: CardReference };
  queuedAt: Instant;
  sentAt: Instant | null;
  tries: number;
  /** The moment before which it is not tried again; empty where it was never tried. */
  nextTryAt: Instant | '';
  /** The moment since which it is not tried any more. */
  givenUpAt: Instant | null;
  /**
   * The sealed token of a `secureLink`'s address, or the sealed code of a `secureCode`; null in other messages, and
   * after it was sent, given up or expired.
   */
  tokenSealed: string | null;
  /** The moment after which it is useless and is not sent; null where there is none. */
  expiresAt: Instant | null;
  /**
   * The moment when another way is tried if it has not arrived; null where nobody waits for its arrival. After it has
   * failed in every way: the moment when the next caller that asks for such messages is told of it.
   */
  arriveBy: Instant | null;
  arrivedAt: Instant | null;
  /** The tries through the bank's own sender. */
  bankTries: number;
  /** The moment since which it is known that no way has reached the customer. */
  unreachedAt: Instant | null;
  /** The case of the bank's staff about a message that no way could deliver. */
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
