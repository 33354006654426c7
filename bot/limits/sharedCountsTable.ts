import { EntitySchema } from 'typeorm';
import type { Instant } from '../../kit/time.ts';

/**
 * What the processes of the bot have counted of one subject in a window. Whose subject it is stands there as a pseudonym
 * or an HMAC; `id` is the subject with the moment at which its window begins.
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
