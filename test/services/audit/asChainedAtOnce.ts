import { openStore } from '../../../kit/store/openStore.ts';
import type { Store } from '../../../kit/store/store.ts';
import { Audit } from '../../../services/audit/audit.ts';
import { AuditChaining } from '../../../services/audit/auditChaining.ts';
import { bankSchema } from '../../../services/bankSchema.ts';
import { KeyRing } from '../../../services/security/keyRing.ts';
import { AuditEntries } from '../../../services/tables/auditEntry.ts';

/** Makes of the whole trail what the version before has written: each entry chained at once, without an id. */
export async function asChainedAtOnce({ store, audit }: { store: Store; audit: Audit }): Promise<void> {
  await new AuditChaining({ store, audit }).chain();
  await store.transaction([], async (manager) => {
    let before = '';
    for (const { hash: _, ...row } of await manager.find(AuditEntries, { order: { number: 'ASC' } })) {
      const entry = { ...row, id: null };
      before = audit.hash(entry, before);
      await manager.update(AuditEntries, { number: row.number }, { id: null, hash: before });
    }
  });
}

/** The same in the database of a service that is down. */
export async function asChainedAtOnceIn(databaseUrl: string, keysFile: string): Promise<void> {
  const store = await openStore(databaseUrl, [bankSchema]);
  try {
    const keyRing = KeyRing.open(keysFile, { clock: () => new Date(), production: false });
    await asChainedAtOnce({ store, audit: new Audit(keyRing) });
  } finally {
    await store.close();
  }
}
