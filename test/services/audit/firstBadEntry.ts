import type { Store } from '../../../kit/store/store.ts';
import type { Audit } from '../../../services/audit/audit.ts';
import { AuditChaining } from '../../../services/audit/auditChaining.ts';
import { checkTrail } from '../../../services/audit/checkTrail.ts';

/** The number of the first entry that does not hold; undefined where the whole chain does. Chains what waits, and looks at no anchor. */
export async function firstBadEntry(store: Store, audit: Audit): Promise<number | undefined> {
  await new AuditChaining({ store, audit }).chain();
  const { bad } = await checkTrail({ read: (work) => store.read(work), audit });
  return bad?.number;
}
