import { type EntityManager, In } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import type { Clock, Instant } from '../../kit/time.ts';
import type { ByHand } from '../contract/byHand.ts';
import { AuditEntries, AuditTail } from '../tables/auditEntry.ts';
import { ClaimedUnfreezings } from '../tables/unfreezing.ts';
import type { Audit } from './audit.ts';

/** An unfreezing that the card system reports. `id` is its Idempotency-Key. */
export type ReportedUnfreezing = { id: string; card: string; at: Instant };

/**
 * The state of a reported unfreezing here. `known`: complete; `open`: not finished yet; `lost`: missing since the
 * database was restored; `noted`: its loss is in the trail.
 */
export type ReportedStanding = 'known' | 'open' | 'lost' | 'noted';

const action = 'unfreezingLost';
const batchSize = 500;

/**
 * Unfreezings that the card system did, but that a restored database does not know: it has no entry, no receipt, and
 * nothing that could be disowned. Noting them puts them into the audit trail, with the operator who found them.
 */
export class LostUnfreezings {
  readonly #parts: { store: Store; audit: Audit; clock: Clock };

  constructor(parts: { store: Store; audit: Audit; clock: Clock }) {
    this.#parts = parts;
  }

  standing(reported: readonly ReportedUnfreezing[]): Promise<Map<string, ReportedStanding>> {
    return this.#parts.store.read((manager) => standingOf(manager, reported));
  }

  /** Writes an entry for each that is lost and not noted yet. @returns those */
  note(reported: readonly ReportedUnfreezing[], by: ByHand): Promise<ReportedUnfreezing[]> {
    const { store, audit, clock } = this.#parts;
    return store.transaction([], async (manager) => {
      const standing = await standingOf(manager, reported);
      const lost = reported.filter(({ id }) => standing.get(id) === 'lost');
      for (const { id, card, at } of lost)
        await audit.write(manager, clock(), action, { unfreezing: id, card, at, ...by });
      return lost;
    });
  }
}

async function standingOf(
  manager: EntityManager,
  reported: readonly ReportedUnfreezing[],
): Promise<Map<string, ReportedStanding>> {
  const standing = new Map<string, ReportedStanding>(reported.map(({ id }) => [id, 'lost']));
  const ids = [...standing.keys()];
  for (let from = 0; from < ids.length; from += batchSize) {
    const claimed = await manager.findBy(ClaimedUnfreezings, { id: In(ids.slice(from, from + batchSize)) });
    for (const { id, concludedAt } of claimed) standing.set(id, concludedAt === null ? 'open' : 'known');
  }
  const noted = [
    ...(await manager.find(AuditTail, { where: { action }, select: { details: true } })),
    ...(await manager.find(AuditEntries, { where: { action }, select: { details: true } })),
  ];
  for (const { details } of noted) {
    const { unfreezing } = JSON.parse(details) as { unfreezing: string };
    if (standing.get(unfreezing) === 'lost') standing.set(unfreezing, 'noted');
  }
  return standing;
}
