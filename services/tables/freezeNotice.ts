import { EntitySchema } from 'typeorm';
import { key, optionalText, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';
import type { CardReference } from '../contract/card.ts';
import type { FreezeReason } from '../contract/freezeReason.ts';

/**
 * A freezing that the card system has told of, by its own id. Not yet `settledAt`: its owner may still have to be told;
 * `toldAt` where a message was promised with that.
 */
export type FreezeNoticeRow = {
  id: string;
  card: CardReference;
  reason: FreezeReason;
  frozenAt: Instant;
  heardAt: Instant;
  settledAt: Instant | null;
  toldAt: Instant | null;
};

export const FreezeNoticeRows = new EntitySchema<FreezeNoticeRow>({
  name: 'freeze_notices',
  columns: {
    id: key,
    card: text,
    reason: text,
    frozenAt: text,
    heardAt: text,
    settledAt: optionalText,
    toldAt: optionalText,
  },
  indices: [
    { name: 'freeze_notices_card', columns: ['card', 'toldAt'] },
    { name: 'freeze_notices_heard', columns: ['heardAt'] },
    { name: 'freeze_notices_not_settled', columns: ['heardAt', 'id'], where: 'settled_at IS NULL' },
  ],
});

/** From where the card system is asked for new freezings; one row. */
export type FreezingsPlace = { id: string; after: string };

export const FreezingsPlaces = new EntitySchema<FreezingsPlace>({
  name: 'freezings_place',
  columns: { id: key, after: text },
});
