import type { Store } from '../kit/store/store.ts';
import type { Clock } from '../kit/time.ts';
import type { AnchorSink } from '../services/audit/anchorFile.ts';
import type { Audit, AuditEntry } from '../services/audit/audit.ts';
import { type AnchorsCheck, checkAnchors } from '../services/audit/checkAnchors.ts';
import { checkTail, type TailCheck } from '../services/audit/checkTail.ts';
import { type BadEntry, checkTrail } from '../services/audit/checkTrail.ts';
import { UnfreezingTraces } from '../services/audit/unfreezingTraces.ts';
import type { KeyRing } from '../services/security/keyRing.ts';

type Parts = {
  store: Store;
  audit: Audit;
  keyRing: KeyRing;
  sink: AnchorSink;
  clock: Clock;
  /** Hears from time to time how many entries hold so far. */
  progress?: (holding: number) => void;
};

/** How many entries hold, how far they are anchored, the first that is bad, and how it stands with what waits. */
export type AuditVerdict = AnchorsCheck & {
  holding: number;
  /** How many were cut off before. */
  cut: number;
  tail: TailCheck;
  traces: UnfreezingTraces;
};

/**
 * Checks the entries that wait, the chain, what unfreezings have left against both, and the chain against its anchors. A
 * service may go on writing meanwhile: so first comes what has an entry for certain, then what waits, then the chain, into
 * which an entry only ever goes.
 */
export async function verifyAudit({ keyRing, progress, clock, ...parts }: Parts): Promise<AuditVerdict> {
  const { store, audit } = parts;
  const read: Store['read'] = (work) => store.read(work);
  const traces = new UnfreezingTraces();
  await read((manager) => traces.find(manager, clock()));
  const look = (entry: AuditEntry & { id: string | null }) => traces.strike(entry);
  const tail = await checkTail({ read, audit, look });
  const trail = await checkTrail({ read, audit, look, ...(progress && { progress }) });
  const anchors = await checkAnchors({ ...parts, keys: keyRing.anchorPublicKeys });
  const bad = earlier(trail.bad, anchors.bad);
  const cut = trail.base?.number ?? 0;
  return {
    ...anchors,
    cut,
    tail,
    traces,
    bad,
    holding: Math.min(trail.holding, (bad?.number ?? Infinity) - 1),
  };
}

/** The chain goes first where both name the same entry: it says what became of the entry itself. */
function earlier(trail: BadEntry | undefined, anchors: BadEntry | undefined): BadEntry | undefined {
  if (!trail || !anchors) return trail ?? anchors;
  return anchors.number < trail.number ? anchors : trail;
}
