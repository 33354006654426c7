import { EntitySchema } from 'typeorm';
import type { Instant } from '../../contract/time.ts';
import { count, flag, key, optionalText } from '../columns.ts';

/**
 * How often remote unfreezing failed for a card or a customer. `failedAt` holds the attempts of the last day
 * that have not succeeded, one that still runs included; `needsRelease` ends only by the operator's hand.
 */
export type Throttle = {
  subject: string;
  inARow: number;
  failedAt: Instant[];
  lockedUntil: Instant | null;
  needsRelease: boolean;
};

export const Throttles = new EntitySchema<Throttle>({
  name: 'throttles',
  columns: {
    subject: key,
    inARow: count,
    failedAt: { type: 'simple-json' },
    lockedUntil: optionalText,
    needsRelease: flag,
  },
});
