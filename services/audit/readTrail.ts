import { Between, type EntityManager, MoreThan } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { hours, type Instant, instant, later } from '../../kit/time.ts';
import { AuditEntries, AuditTail } from '../tables/auditEntry.ts';
import type { AuditEntry } from './audit.ts';

/** An entry for a reader; `number` is null while it waits to be chained. */
export type ReadEntry = AuditEntry & { number: number | null };

/** The wanted entries: from the moment `since`, before the moment `until`, and with a lower number than `before`. */
export type Range = { since?: Instant | undefined; until?: Instant | undefined; before?: number | undefined };

/** The rows in memory at a time. */
const pageSize = 500;

/**
 * The largest difference between the order of numbers and the order of time: several machines with different clocks
 * write entries.
 */
const disorder = 24 * hours;

/**
 * Reads the trail backwards from its newest entry, one page at a time to save memory. It does not check it;
 * `checkTrail` does.
 */
export async function* readTrail(read: Store['read'], range: Range): AsyncGenerator<ReadEntry[]> {
  const seen = new Set<string>();
  if (range.before === undefined)
    for await (const page of waiting(read)) {
      for (const { id } of page) seen.add(id);
      const some = page.filter(within(range));
      if (some.length > 0)
        yield some.map(({ at, action, details }) => ({ number: null, at, action, details }));
    }
  const { first, end } = await read((manager) => numbersOf(manager, range));
  for (let before = end; before > first; ) {
    const from = Math.max(first, before - pageSize);
    const rows = await read((manager) =>
      manager.find(AuditEntries, {
        where: { number: Between(from, before - 1) },
        order: { number: 'DESC' },
      }),
    );
    // An entry that waited during the page before may be chained by now.
    const some = rows.filter(within(range)).filter(({ id }) => id === null || !seen.has(id));
    if (some.length > 0) yield some;
    before = from;
  }
}

function within({ since, until }: Range): (entry: AuditEntry) => boolean {
  return ({ at }) => (since === undefined || at >= since) && (until === undefined || at < until);
}

/** The waiting entries, the newest first. They are few, since each is chained within a second. */
async function* waiting(read: Store['read']) {
  for (let skip = 0; ; skip += pageSize) {
    const order = { at: 'DESC', id: 'DESC' } as const;
    const page = await read((manager) => manager.find(AuditTail, { order, skip, take: pageSize }));
    if (page.length > 0) yield page;
    if (page.length < pageSize) return;
  }
}

/** The first number that a range can hold, and the number after its last. */
async function numbersOf(
  manager: EntityManager,
  { since, until, before }: Range,
): Promise<{ first: number; end: number }> {
  const [[oldest], [newest]] = [
    await manager.find(AuditEntries, { order: { number: 'ASC' }, take: 1 }),
    await manager.find(AuditEntries, { order: { number: 'DESC' }, take: 1 }),
  ];
  if (!oldest || !newest) return { first: 0, end: 0 };
  const all = { first: oldest.number, end: newest.number + 1 };
  const first = since === undefined ? all.first : await numberAt(manager, all, since, -disorder);
  const end = until === undefined ? all.end : await numberAt(manager, all, until, disorder);
  return { first, end: Math.min(end, before ?? end) };
}

/**
 * The first number whose moment is not before another. It is found by halving, because moments have no index and
 * numbers follow them.
 */
async function numberAt(
  manager: EntityManager,
  { first, end }: { first: number; end: number },
  moment: Instant,
  shifted: number,
): Promise<number> {
  const sought = instant(later(new Date(moment), shifted));
  let [low, high] = [first, end];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const where = { number: MoreThan(middle - 1) };
    const [entry] = await manager.find(AuditEntries, { where, order: { number: 'ASC' }, take: 1 });
    if (entry && entry.at < sought) low = middle + 1;
    else high = middle;
  }
  return low;
}
