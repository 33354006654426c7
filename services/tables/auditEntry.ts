import { EntitySchema } from 'typeorm';
import { text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';

/** One thing that was done. `hash` covers the entry and the hash before it, under a key outside the database. */
export type AuditRow = {
  number: number;
  at: Instant;
  action: string;
  details: string;
  hash: string;
};

export const AuditEntries = new EntitySchema<AuditRow>({
  name: 'audit_entries',
  columns: {
    number: { type: 'integer', primary: true },
    at: text,
    action: text,
    details: text,
    hash: text,
  },
});
