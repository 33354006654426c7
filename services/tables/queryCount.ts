import { EntitySchema } from 'typeorm';
import { count, key, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';

/** The card status queries of a subject since a moment. `subject` is an HMAC, since it may be a phone number. */
export type QueryCount = { subject: string; since: Instant; count: number };

export const QueryCounts = new EntitySchema<QueryCount>({
  name: 'query_counts',
  columns: { subject: key, since: text, count },
  indices: [{ name: 'query_counts_since', columns: ['since'] }],
});
