import type { Store } from '../../../kit/store/store.ts';
import type { Audit } from '../../../services/audit/audit.ts';
import { checkTrail } from '../../../services/audit/checkTrail.ts';

/** The number of the first entry that does not hold; undefined where the whole chain does. Looks at no anchor. */
export async function firstBadEntry(store: Store, audit: Audit): Promise<number | undefined> {
  const { bad } = await checkTrail({ read: (work) => store.read(work), audit });
  return bad?.number;
}
