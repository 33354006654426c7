import { EntitySchema } from 'typeorm';
import { key, optionalText, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';

/**
 * An entry in the chain. `hash` covers the entry and the hash before it, under a key outside the database. `id` is the
 * id that it had while it waited; null where an older version wrote it, which chained each entry at once.
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
 * The last entry that was removed where the beginning of the chain was cut off, and when it was anchored. The chain
 * begins after it. `mac` covers the row under the same key, so that somebody with the database alone cannot cut the
 * trail.
 */
export type AuditBaseRow = { id: string; number: number; hash: string; at: Instant; mac: string };

export const AuditBase = new EntitySchema<AuditBaseRow>({
  name: 'audit_base',
  columns: { id: key, number: { type: 'integer' }, hash: text, at: text, mac: text },
});

/**
 * An entry that is not chained yet; its row commits with the change that it records. `mac` covers all of it under the
 * same key. Ids of one machine and moment are in the order of writing.
 */
export type WaitingEntry = { id: string; at: Instant; action: string; details: string; mac: string };

export const AuditTail = new EntitySchema<WaitingEntry>({
  name: 'audit_tail',
  columns: { id: key, at: text, action: text, details: text, mac: text },
  indices: [{ name: 'audit_tail_at', columns: ['at', 'id'] }],
});
