import type { Store } from '../../kit/store/store.ts';
import type { Clock } from '../../kit/time.ts';
import type { KeyRing } from '../security/keyRing.ts';
import type { AnchorSink } from './anchorFile.ts';
import type { Audit, AuditEntry } from './audit.ts';
import { type AnchorsCheck, checkAnchors } from './checkAnchors.ts';
import { checkTail, type TailCheck } from './checkTail.ts';
import { type BadEntry, checkTrail } from './checkTrail.ts';
import { UnfreezingTraces } from './unfreezingTraces.ts';

type VerifyAuditOptions = {
  store: Store;
  audit: Audit;
  keyRing: KeyRing;
  sink: AnchorSink;
  clock: Clock;
  /** Called from time to time with the number of entries that are right so far. */
  progress?: (holding: number) => void;
};

/**
 * The result: how many entries are right, how far they are anchored, the first wrong one, and the state of the waiting
 * ones.
 */
export type AuditVerdict = AnchorsCheck & {
  holding: number;
  /** The number of entries that were cut off earlier. */
  cut: number;
  tail: TailCheck;
  traces: UnfreezingTraces;
};

/**
 * Checks the waiting entries, the chain, the traces of unfreezings against both, and the chain against its anchors. A
 * service may write meanwhile. So the traces are read first, when each of them has its entry already, then the waiting
 * entries, then the chain, since entries only move from waiting to chained.
 */
export async function verifyAudit({
  keyRing,
  progress,
  clock,
  ...parts
}: VerifyAuditOptions): Promise<AuditVerdict> {
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

/** The earlier of two faults. For the same entry the chain's fault is taken, since it describes the entry itself. */
function earlier(trail: BadEntry | undefined, anchors: BadEntry | undefined): BadEntry | undefined {
  if (!trail || !anchors) return trail ?? anchors;
  return anchors.number < trail.number ? anchors : trail;
}
