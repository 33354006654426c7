import { EntitySchema } from 'typeorm';
import { key, optionalText, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';
import type { CardReference, LastFour } from '../contract/card.ts';

/**
 * An unfreezing whose receipt's reader may say that it was not them. `phoneIndex` is the HMAC of the phone that the
 * receipt goes to. Disowned and not yet `frozenAt`: its card is still to be frozen again; `id` is the Idempotency-Key
 * of that.
 */
export type DisownableUnfreezing = {
  id: string;
  card: CardReference;
  lastFour: LastFour;
  phoneIndex: string;
  unfrozenAt: Instant;
  disownedAt: Instant | null;
  frozenAt: Instant | null;
};

export const DisownableUnfreezings = new EntitySchema<DisownableUnfreezing>({
  name: 'disownable_unfreezings',
  columns: {
    id: key,
    card: text,
    lastFour: text,
    phoneIndex: text,
    unfrozenAt: text,
    disownedAt: optionalText,
    frozenAt: optionalText,
  },
  indices: [
    { name: 'disownable_unfreezings_phone', columns: ['phoneIndex', 'unfrozenAt'] },
    { name: 'disownable_unfreezings_unfrozen', columns: ['unfrozenAt'] },
    {
      name: 'disownable_unfreezings_not_frozen',
      columns: ['disownedAt'],
      where: 'disowned_at IS NOT NULL AND frozen_at IS NULL',
    },
  ],
});
