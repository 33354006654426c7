import type { BankTable } from '../security/sealedTable.ts';
import { AuditEntries } from '../tables/auditEntry.ts';

/** The audit trail. */
export const auditTables: readonly BankTable[] = [
  { rows: AuditEntries, stays: 'the trail is a chain of everything that was done' },
];
