import { UnfreezeError } from '../../kit/errors.ts';
import { type EntityManager, LessThanOrEqual } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import type { Instant } from '../../kit/time.ts';
import type { AnchorKeys } from '../security/anchorKey.ts';
import { AuditEntries } from '../tables/auditEntry.ts';
import { locks } from '../tables/locks.ts';
import { AnchorChain } from './anchorChain.ts';
import type { AnchorSink } from './anchorFile.ts';
import type { Audit } from './audit.ts';
import type { AuditAnchor } from './auditAnchor.ts';

/** The entries that one transaction removes; it may be more, up to the next anchored head. */
const atOnce = 50_000;

type CutTrailOptions = { store: Store; audit: Audit; sink: AnchorSink; keys: AnchorKeys };

/** A part of the trail that can be cut: the hash before it, and its anchored heads in order. */
export type Cut = { first: number; before: string; heads: readonly AuditAnchor[]; last: AuditAnchor };

/**
 * The anchored heads up to which all entries are older than a moment. An anchor proves that its entries were there at
 * its moment.
 * @returns undefined where there is nothing to cut
 * @throws UnfreezeError `auditTrailBroken` where the anchors are wrong
 */
export async function cutBefore(
  moment: Instant,
  { store, audit, sink, keys }: CutTrailOptions,
): Promise<Cut | undefined> {
  const { number: from, hash: before } = (await store.read((manager) => audit.base(manager))) ?? {
    number: 0,
    hash: '',
  };
  const chain = new AnchorChain(keys);
  const heads: AuditAnchor[] = [];
  let last: AuditAnchor | undefined;
  for await (const line of sink.lines()) {
    const taken = chain.take(line);
    if (!taken) continue;
    if ('problem' in taken) throw new UnfreezeError('auditTrailBroken', taken.problem);
    if (taken.at >= moment || taken.number <= (last?.number ?? from)) continue;
    last = taken;
    if (taken.number - (heads.at(-1)?.number ?? from) >= atOnce) heads.push(taken);
  }
  if (!last) return undefined;
  if (heads.at(-1) !== last) heads.push(last);
  return { first: from + 1, before, heads, last };
}

/**
 * Removes the entries up to each of the heads; an archive must hold them before. The rest of the chain then begins
 * after the last of the heads.
 * @param notes is written with the first removal, so that no cut is without its entry
 * @throws UnfreezeError `auditTrailBroken` where the trail has changed since
 */
export async function cutTrail(
  { first, heads }: Cut,
  { store, audit }: Pick<CutTrailOptions, 'store' | 'audit'>,
  notes: (manager: EntityManager) => Promise<void>,
): Promise<void> {
  let from = first - 1;
  for (const [place, { number, hash, at }] of heads.entries()) {
    const before = from;
    await store.transaction([locks.auditTrail], async (manager) => {
      const base = await audit.base(manager);
      const entry = await manager.findOneBy(AuditEntries, { number });
      if ((base?.number ?? 0) !== before || entry?.hash !== hash)
        throw new UnfreezeError('auditTrailBroken', 'the trail has changed since it was archived');
      if (place === 0) await notes(manager);
      await audit.moveBase(manager, { number, hash, at });
      await manager.delete(AuditEntries, { number: LessThanOrEqual(number) });
    });
    from = number;
  }
}
