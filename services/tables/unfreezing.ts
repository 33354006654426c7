import { EntitySchema } from 'typeorm';
import type { Language } from '../../kit/language.ts';
import { count, key, optionalText, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';
import type { CardReference, LastFour } from '../contract/card.ts';
import type { Channel } from '../contract/channels.ts';
import type { FreezeReason } from '../contract/freezeReason.ts';

/**
 * An unfreezing: the facts that it depends on, and those that the customer is told when it is done. `id` is its
 * Idempotency-Key.
 */
export type Unfreezing = {
  id: string;
  authenticationRequest: string;
  /** The envelope that completed the authentication. If it comes again, its sender asks for the result. */
  envelopeId: string;
  card: CardReference;
  lastFour: LastFour;
  cardVersion: number;
  freezes: FreezeReason[];
  customerId: string;
  language: Language;
  reservedVersion: number;
  channel: Channel;
};

/**
 * An unfreezing that is claimed before another card system is asked to do it. `answer` is JSON, null until it is known.
 */
export type ClaimedUnfreezing = Unfreezing & {
  claimedAt: Instant;
  /** The key under which the answer is kept for whoever asked again; null where they gave none. */
  idempotencyKey: string | null;
  answer: string | null;
  concludedAt: Instant | null;
};

export const ClaimedUnfreezings = new EntitySchema<ClaimedUnfreezing>({
  name: 'claimed_unfreezings',
  columns: {
    id: key,
    authenticationRequest: text,
    envelopeId: text,
    card: text,
    lastFour: text,
    cardVersion: count,
    freezes: { type: 'simple-json' },
    customerId: text,
    language: text,
    reservedVersion: count,
    channel: text,
    claimedAt: text,
    idempotencyKey: optionalText,
    answer: optionalText,
    concludedAt: optionalText,
  },
  uniques: [{ columns: ['envelopeId'] }],
  indices: [
    // This index stops a second unfreezing of a card while the result of the first is unknown.
    { name: 'claimed_unfreezings_open', columns: ['card'], unique: true, where: 'concluded_at IS NULL' },
    { name: 'claimed_unfreezings_concluded', columns: ['concludedAt'] },
    { name: 'claimed_unfreezings_request', columns: ['authenticationRequest'] },
  ],
});
