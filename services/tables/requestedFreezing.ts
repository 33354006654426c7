import { EntitySchema } from 'typeorm';
import { key, optionalText, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';
import type { CardReference } from '../contract/card.ts';
import type { FreezingShownBy } from '../contract/cardFreezing.ts';
import type { Channel } from '../contract/channels.ts';

/**
 * A card that its customer has asked to freeze. While `frozenAt` is null it must still be frozen; `id` is the
 * Idempotency-Key of that. `shownBy` is the proof that was enough for this customer.
 */
export type RequestedFreezing = {
  id: string;
  card: CardReference;
  shownBy: FreezingShownBy;
  channel: Channel;
  requestedAt: Instant;
  frozenAt: Instant | null;
};

export const RequestedFreezingRows = new EntitySchema<RequestedFreezing>({
  name: 'requested_freezings',
  columns: {
    id: key,
    card: text,
    shownBy: text,
    channel: text,
    requestedAt: text,
    frozenAt: optionalText,
  },
  indices: [
    { name: 'requested_freezings_card', columns: ['card', 'requestedAt'] },
    { name: 'requested_freezings_requested', columns: ['requestedAt'] },
    { name: 'requested_freezings_not_frozen', columns: ['requestedAt', 'id'], where: 'frozen_at IS NULL' },
  ],
});
