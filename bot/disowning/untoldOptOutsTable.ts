import { EntitySchema } from 'typeorm';
import type { Instant } from '../../kit/time.ts';

/**
 * A STOP or START that the bank's side has not accepted yet. `id` is a pseudonym of the telephone; `said` holds the
 * telephone and its word, encrypted. The row is deleted once the bank's side has answered.
 */
export type UntoldOptOutRow = { id: string; said: string; at: Instant };

export const UntoldOptOutRows = new EntitySchema<UntoldOptOutRow>({
  name: 'untold_opt_outs',
  columns: {
    id: { type: 'varchar', primary: true },
    said: { type: 'text' },
    at: { type: 'varchar' },
  },
  indices: [{ name: 'untold_opt_outs_in_order', columns: ['at', 'id'] }],
});
