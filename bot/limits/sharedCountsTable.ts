import { EntitySchema } from 'typeorm';
import type { Instant } from '../../kit/time.ts';

/**
 * The count of one subject in a window over the bot's processes. A subject that names a customer does so by a pseudonym
 * or an HMAC. `id` is the subject with the beginning of the window.
 */
export type SharedCountRow = { id: string; subject: string; begun: Instant; until: Instant; count: number };

export const sharedCounts = 'shared_counts';

export const SharedCountRows = new EntitySchema<SharedCountRow>({
  name: sharedCounts,
  columns: {
    id: { type: 'varchar', primary: true },
    subject: { type: 'text' },
    begun: { type: 'text' },
    until: { type: 'text' },
    count: { type: 'integer' },
  },
  indices: [
    { name: 'shared_counts_by_subject', columns: ['subject', 'begun'] },
    { name: 'shared_counts_by_end', columns: ['until'] },
  ],
});
