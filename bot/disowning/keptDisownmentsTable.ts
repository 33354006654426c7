import { EntitySchema } from 'typeorm';
import type { Instant } from '../../kit/time.ts';

/**
 * A "that was not me" that the bank's side has not accepted yet. `id` is a pseudonym of the telephone, and `telephone`
 * is the telephone encrypted. The row is deleted once the bank's side has answered.
 */
export type KeptDisownmentRow = { id: string; telephone: string; at: Instant };

export const KeptDisownmentRows = new EntitySchema<KeptDisownmentRow>({
  name: 'kept_disownments',
  columns: {
    id: { type: 'varchar', primary: true },
    telephone: { type: 'text' },
    at: { type: 'varchar' },
  },
  indices: [{ name: 'kept_disownments_at', columns: ['at'] }],
});
