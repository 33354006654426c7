import type { Store } from '../../../kit/store/store.ts';
import type { AuditAction } from '../../../services/audit/audit.ts';
import type { AuditChaining } from '../../../services/audit/auditChaining.ts';
import { AuditEntries, type AuditRow } from '../../../services/tables/auditEntry.ts';

type Audited = { store: Store; chaining: AuditChaining };

/** The whole audit trail, in its order, with what waited until now. */
export async function trailOf({ store, chaining }: Audited): Promise<AuditRow[]> {
  await chaining.chain();
  return store.read((manager) => manager.find(AuditEntries, { order: { number: 'ASC' } }));
}

/** The entries of an action, in their order. */
export async function entriesOf(bank: Audited, action: AuditAction): Promise<AuditRow[]> {
  return (await trailOf(bank)).filter((entry) => entry.action === action);
}
