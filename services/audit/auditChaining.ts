import { counted } from '../../kit/counted.ts';
import { UnfreezeError } from '../../kit/errors.ts';
import { type EntityManager, In } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { hours, type Instant, instant, later } from '../../kit/time.ts';
import { AuditEntries, type AuditRow, AuditTail, type WaitingEntry } from '../tables/auditEntry.ts';
import { locks } from '../tables/locks.ts';
import type { Audit, ChainEnd } from './audit.ts';

/** The entries that one transaction chains. */
const atOnce = 500;

/** A running process chains its entries sooner than this, whatever its clock shows. */
const longWait = 24 * hours;

/** What follows from entries that get their place: written in the same transaction, and told once that is committed. */
export interface ChainingFollower {
  write(manager: EntityManager, entries: readonly AuditRow[]): Promise<void>;
  committed(entries: readonly AuditRow[]): void;
}

type AuditChainingDependencies = { store: Store; audit: Audit; followers?: readonly ChainingFollower[] };

/** The number of waiting entries, and since when the oldest of them waits. */
export type WaitingCount = { count: number; since: Instant | undefined };

/** How many were looked at, how many of them stay, and what got its place. */
type Chained = { looked: number; foreign: number; chained: AuditRow[] };

/**
 * Adds each waiting entry to the chain. Any process may do it: of two at once the second sees the result of the first,
 * and entries left by a process that died are chained by the next one.
 */
export class AuditChaining {
  readonly #store: Store;
  readonly #audit: Audit;
  readonly #followers: readonly ChainingFollower[];
  #underWay: Promise<void> = Promise.resolve();

  constructor({ store, audit, followers = [] }: AuditChainingDependencies) {
    this.#store = store;
    this.#audit = audit;
    this.#followers = followers;
  }

  /**
   * Chains all waiting entries; one call waits for the one before. An entry without a valid MAC, or one that was
   * chained before, stays in the tail, so that nothing confirms it.
   * @throws UnfreezeError `auditTrailBroken` where there is such an entry; all others are chained by then
   */
  chain(): Promise<void> {
    const chaining = this.#underWay.then(() => this.#chainAll());
    this.#underWay = chaining.catch(() => {});
    return chaining;
  }

  waiting(): Promise<WaitingCount> {
    return this.#store.read(async (manager) => {
      const [oldest] = await manager.find(AuditTail, { order: { at: 'ASC', id: 'ASC' }, take: 1 });
      return { count: oldest ? await manager.count(AuditTail) : 0, since: oldest?.at };
    });
  }

  async #chainAll(): Promise<void> {
    if (!(await this.#store.read((manager) => manager.exists(AuditTail)))) return;
    let foreign = 0;
    for (let isLast = false; !isLast; ) {
      const some = await this.#store.transaction([locks.auditTrail], (manager) =>
        this.#chainSome(manager, foreign),
      );
      for (const follower of this.#followers) follower.committed(some.chained);
      foreign += some.foreign;
      isLast = some.looked < atOnce;
    }
    if (foreign === 0) return;
    const what = counted(foreign, 'entry that waits', 'entries that wait');
    throw new UnfreezeError(
      'auditTrailBroken',
      `${what} to be chained: changed, put in, put back, or of another audit key`,
    );
  }

  /** @param past the number of the oldest entries that are known to stay */
  async #chainSome(manager: EntityManager, past: number): Promise<Chained> {
    const some = await manager.find(AuditTail, { order: { at: 'ASC', id: 'ASC' }, skip: past, take: atOnce });
    const already = await chainedAmong(manager, some);
    const head = await this.#audit.end(manager);
    const given = some.filter((entry) => this.#audit.isOwn(entry) && !already.has(entry.id));
    const own = await this.#afterTheCut(manager, given, head);
    const chained = this.#chained(own, head);
    if (own.length > 0) {
      await manager.insert(AuditEntries, chained);
      for (const follower of this.#followers) await follower.write(manager, chained);
      await manager.delete(AuditTail, { id: In(own.map(({ id }) => id)) });
    }
    return { looked: some.length, foreign: some.length - own.length, chained };
  }

  /**
   * Leaves out entries from before the trail was cut: somebody put them back, and the chain can no longer show that
   * they had a place. Entries are chained within a second, so this is checked only where one is much older than the
   * newest.
   */
  async #afterTheCut(
    manager: EntityManager,
    own: readonly WaitingEntry[],
    head: ChainEnd,
  ): Promise<readonly WaitingEntry[]> {
    const usual = head.at === '' ? '' : instant(later(new Date(head.at), -longWait));
    if (own.every(({ at }) => at > usual)) return own;
    const base = await this.#audit.base(manager);
    return base ? own.filter(({ at }) => at > base.at) : own;
  }

  #chained(entries: readonly WaitingEntry[], head: Pick<AuditRow, 'number' | 'hash'>): AuditRow[] {
    let before = head.hash;
    return entries.map(({ mac: _, ...entry }, place) => {
      const numbered = { ...entry, number: head.number + 1 + place };
      before = this.#audit.hash(numbered, before);
      return { ...numbered, hash: before };
    });
  }
}

/**
 * The waiting entries that are chained already. Somebody who copied a row of the tail can put it back with a valid MAC.
 */
async function chainedAmong(
  manager: EntityManager,
  waiting: readonly WaitingEntry[],
): Promise<ReadonlySet<string | null>> {
  const where = { id: In(waiting.map(({ id }) => id)) };
  const chained = await manager.find(AuditEntries, { where, select: { id: true, number: true } });
  return new Set(chained.map(({ id }) => id));
}
