import type { Store } from '../kit/store/store.ts';
import type { AnchorSink } from '../services/audit/anchorFile.ts';
import type { Audit } from '../services/audit/audit.ts';
import { type AnchorsCheck, checkAnchors } from '../services/audit/checkAnchors.ts';
import { type BadEntry, checkTrail } from '../services/audit/checkTrail.ts';
import type { KeyRing } from '../services/security/keyRing.ts';

type Parts = {
  store: Store;
  audit: Audit;
  keyRing: KeyRing;
  sink: AnchorSink;
  /** Hears from time to time how many entries hold so far. */
  progress?: (holding: number) => void;
};

/** How many entries hold, how far they are anchored, and the first that is bad. */
export type AuditVerdict = AnchorsCheck & { holding: number };

/** Checks the chain of the audit trail, then the trail against its anchors; a service may go on writing meanwhile. */
export async function verifyAudit({ keyRing, progress, ...parts }: Parts): Promise<AuditVerdict> {
  const { store, audit } = parts;
  const read: Store['read'] = (work) => store.read(work);
  const trail = await checkTrail({ read, audit, ...(progress && { progress }) });
  const anchors = await checkAnchors({ ...parts, keys: keyRing.anchorPublicKeys });
  const bad = earlier(trail.bad, anchors.bad);
  return { ...anchors, bad, holding: Math.min(trail.holding, (bad?.number ?? Infinity) - 1) };
}

/** The chain goes first where both name the same entry: it says what became of the entry itself. */
function earlier(trail: BadEntry | undefined, anchors: BadEntry | undefined): BadEntry | undefined {
  if (!trail || !anchors) return trail ?? anchors;
  return anchors.number < trail.number ? anchors : trail;
}
