import { Between, type EntityManager, MoreThanOrEqual } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, type Instant, instant } from '../../kit/time.ts';
import type { Audit } from '../audit/audit.ts';
import type { ByHand } from '../contract/byHand.ts';
import { AuditEntries } from '../tables/auditEntry.ts';
import { WebhookEventRows } from '../tables/webhookEvent.ts';
import { eventsOf } from './webhookTelling.ts';

type ReplayDependencies = { store: Store; audit: Audit; clock: Clock };

/** The entries in one transaction. */
const atOnce = 500;

/**
 * Has every event since a moment go out once more, under the id that it had: what a receiver has lost, and what happened before
 * there was one. They are read from the audit trail, in its order, and the replay is an entry of it. @returns how many
 */
export async function replayEvents(
  { store, audit, clock }: ReplayDependencies,
  { from, to }: { from: Instant; to?: Instant | undefined },
  by: ByHand,
): Promise<number> {
  const at = to === undefined ? MoreThanOrEqual(from) : Between(from, to);
  const numbers = await store.read((manager) =>
    manager.find(AuditEntries, { where: { at }, order: { number: 'ASC' }, select: { number: true } }),
  );
  let events = 0;
  for (let first = 0; first < numbers.length; first += atOnce) {
    const some = numbers.slice(first, first + atOnce).map(({ number }) => number);
    events += await store.transaction([], (manager) => replaySome(manager, some, instant(clock())));
  }
  const details = { from, to: to ?? null, events, ...by };
  await store.transaction([], (manager) => audit.write(manager, clock(), 'eventsReplayed', details));
  return events;
}

async function replaySome(manager: EntityManager, numbers: readonly number[], now: Instant): Promise<number> {
  const [lowest = 0, highest = 0] = [numbers.at(0), numbers.at(-1)];
  const wanted = new Set(numbers);
  const entries = await manager.find(AuditEntries, {
    where: { number: Between(lowest, highest) },
    order: { number: 'ASC' },
  });
  const events = await eventsOf(
    manager,
    entries.filter(({ number }) => wanted.has(number)),
  );
  for (const event of events) await manager.upsert(WebhookEventRows, { ...event, nextTryAt: now }, ['id']);
  return events.length;
}
