import { type EntityManager, In } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import type { Clock, Instant } from '../../kit/time.ts';
import type { ByHand } from '../contract/byHand.ts';
import { AuditEntries, AuditTail } from '../tables/auditEntry.ts';
import { ClaimedUnfreezings } from '../tables/unfreezing.ts';
import type { Audit } from './audit.ts';

/** An unfreezing as the card system has it. `id` is its Idempotency-Key. */
export type ReportedUnfreezing = { id: string; card: string; at: Instant };

/** How one stands here: with all that belongs to it, still without its end, lost with the time between, or noted as lost. */
export type Standing = 'known' | 'open' | 'lost' | 'noted';

const action = 'unfreezingLost';
const batchSize = 500;

/**
 * What the card system did for a database that was then put back to an earlier moment: no entry, no receipt and nothing that
 * could be disowned is left of it. Noted, it stands in the trail at least, with the name of who has found it.
 */
export class LostUnfreezings {
  readonly #parts: { store: Store; audit: Audit; clock: Clock };

  constructor(parts: { store: Store; audit: Audit; clock: Clock }) {
    this.#parts = parts;
  }

  standing(reported: readonly ReportedUnfreezing[]): Promise<Map<string, Standing>> {
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
): Promise<Map<string, Standing>> {
  const standing = new Map<string, Standing>(reported.map(({ id }) => [id, 'lost']));
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
