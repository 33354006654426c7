import { EntitySchema } from 'typeorm';
import type { Instant } from '../../contract/time.ts';
import { count, key, text } from '../columns.ts';

/** How many card status queries a subject has made since a moment. `subject` is an HMAC: it may be a phone number. */
export type QueryCount = { subject: string; since: Instant; count: number };

export const QueryCounts = new EntitySchema<QueryCount>({
  name: 'query_counts',
  columns: { subject: key, since: text, count },
});
