import type { Store } from '../../kit/store/store.ts';
import type { Clock } from '../../kit/time.ts';
import type { Audit } from '../audit/audit.ts';
import { locks } from '../tables/locks.ts';
import { type Policy, policyDigest, policyLines } from './policy.ts';

/**
 * Writes the present policy into the audit trail if it differs from the last one there. Each unfreezing names its
 * policy by the digest.
 * @returns the digest
 */
export async function notePolicyInForce({
  store,
  audit,
  policy,
  clock,
}: {
  store: Store;
  audit: Audit;
  policy: Policy;
  clock: Clock;
}): Promise<string> {
  const digest = policyDigest(policy);
  await store.transaction([locks.policyInForce], async (manager) => {
    const action = 'policyInForce';
    const last = await audit.newest(manager, action);
    if (last && JSON.parse(last.details).policy === digest) return;
    await audit.write(manager, clock(), action, { policy: digest, ...policyLines(policy) });
  });
  return digest;
}
