import { EntitySchema } from 'typeorm';
import { key, optionalText, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';

/**
 * One thing that was done, in its place in the chain. `hash` covers the entry and the hash before it, under a key outside
 * the database; `id` is the one under which it waited, null where it is of a version that chained each at once.
 */
export type AuditRow = {
  number: number;
  at: Instant;
  action: string;
  details: string;
  hash: string;
  id: string | null;
};

export const AuditEntries = new EntitySchema<AuditRow>({
  name: 'audit_entries',
  columns: {
    number: { type: 'integer', primary: true },
    at: text,
    action: text,
    details: text,
    hash: text,
    id: optionalText,
  },
  indices: [{ name: 'audit_entries_id', columns: ['id'], unique: true }],
});

/**
 * What the chain hangs on where its beginning was cut off: the last entry that was, and when it was anchored. `mac` covers the row,
 * under the same key, so that nobody who has the database alone can cut the trail.
 */
export type AuditBaseRow = { id: string; number: number; hash: string; at: Instant; mac: string };

export const AuditBase = new EntitySchema<AuditBaseRow>({
  name: 'audit_base',
  columns: { id: key, number: { type: 'integer' }, hash: text, at: text, mac: text },
});

/**
 * One thing that was done and is not chained yet: its row commits with what it tells about. `mac` covers all of it, under
 * the same key. Of one moment and machine the ids are in the order of writing.
 */
export type WaitingEntry = { id: string; at: Instant; action: string; details: string; mac: string };

export const AuditTail = new EntitySchema<WaitingEntry>({
  name: 'audit_tail',
  columns: { id: key, at: text, action: text, details: text, mac: text },
  indices: [{ name: 'audit_tail_at', columns: ['at', 'id'] }],
});
