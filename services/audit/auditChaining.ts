import { counted } from '../../kit/counted.ts';
import { UnfreezeError } from '../../kit/errors.ts';
import { askTogether } from '../../kit/store/askTogether.ts';
import { behindFirst } from '../../kit/store/lock.ts';
import { plainlyAsked } from '../../kit/store/plainSql.ts';
import { PreparedTable } from '../../kit/store/preparedTable.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { hours, type Instant, instant, later } from '../../kit/time.ts';
import {
  type AuditBaseRow,
  AuditEntries,
  type AuditRow,
  AuditTail,
  type WaitingEntry,
} from '../tables/auditEntry.ts';
import { locks } from '../tables/locks.ts';
import { type Audit, type ChainEnd, chainEnd } from './audit.ts';

const tail = new PreparedTable(AuditTail);
const chain = new PreparedTable(AuditEntries);

/**
 * The entries that wait longest, each with the place that it has in the chain already. Somebody who copied a row of the tail
 * can put it back with a valid MAC.
 */
const oldestWithPlace = `SELECT id, at, action, details, mac,
    (SELECT number FROM audit_entries chained WHERE chained.id = "audit_tail".id) AS place
  FROM "audit_tail" ORDER BY at, id LIMIT ? OFFSET ?`;

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

/** How many were looked at, how many of them stay, and the others as they stand in the chain from now on. */
type Look = { looked: number; foreign: number; chained: readonly AuditRow[] };

/** Says to a transaction that another process has chained since the look. */
class Overtaken extends Error {}

/**
 * Adds each waiting entry to the chain. Any process may do it: of two at once one is first, and the other looks
 * again. Entries left by a process that died are chained by the next one.
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

  /** The entry that has waited longest; undefined where none waits. */
  longestWaiting(): Promise<Pick<WaitingEntry, 'id' | 'at'> | undefined> {
    return this.#store.read(oldest);
  }

  waiting(): Promise<WaitingCount> {
    return this.#store.read(async (manager) => {
      const first = await oldest(manager);
      return { count: first ? await manager.count(AuditTail) : 0, since: first?.at };
    });
  }

  async #chainAll(): Promise<void> {
    let foreign = 0;
    for (let isLast = false; !isLast; ) {
      const look = await this.#look(foreign);
      if (!(await this.#isFirstWith(look.chained))) continue;
      for (const follower of this.#followers) follower.committed(look.chained);
      foreign += look.foreign;
      isLast = look.looked < atOnce;
    }
    if (foreign === 0) return;
    const what = counted(foreign, 'entry that waits', 'entries that wait');
    throw new UnfreezeError(
      'auditTrailBroken',
      `${what} to be chained: changed, put in, put back, or of another audit key`,
    );
  }

  /**
   * Reads without the lock that all processes wait for. The order counts: an entry that another process chains after the newest
   * one was read makes the writing fail, and a cut before the waiting entries are read shows in the base, which is read last.
   * @param past the number of the oldest entries that are known to stay
   */
  #look(past: number): Promise<Look> {
    return this.#store.read(async (manager) => {
      const [newest, base] = this.#audit.endAsked(manager);
      const waits = plainlyAsked<WaitingEntry & { place: number | null }>(manager, oldestWithPlace, [
        atOnce,
        past,
      ]);
      const [end, waiting, bases] = await askTogether(manager, [newest, waits, base]);
      const head = chainEnd(end, bases);
      const given = waiting.filter((entry) => this.#audit.isOwn(entry) && entry.place === null);
      const own = afterTheCut(given, head, bases);
      const foreign = waiting.length - own.length;
      return { looked: waiting.length, foreign, chained: this.#chained(own, head) };
    });
  }

  /** Writes them, unless another process has chained since they were read. All goes to PostgreSQL at once, the lock with it. */
  async #isFirstWith([first, ...others]: Look['chained']): Promise<boolean> {
    if (!first) return true;
    try {
      await this.#store.transaction([behindFirst(locks.auditTrail)], async (manager) => {
        await chain.mustInsert(manager, first, () => new Overtaken());
        await chain.insertMany(manager, others);
        for (const follower of this.#followers) await follower.write(manager, [first, ...others]);
        const those = '{id} IN (SELECT id FROM audit_entries WHERE number >= ?)';
        await tail.delete(manager, { that: those, values: [first.number] });
      });
      return true;
    } catch (error) {
      if (error instanceof Overtaken) return false;
      throw error;
    }
  }

  #chained(entries: readonly WaitingEntry[], head: Pick<AuditRow, 'number' | 'hash'>): AuditRow[] {
    let before = head.hash;
    return entries.map(({ id, at, action, details }, place) => {
      const numbered = { id, at, action, details, number: head.number + 1 + place };
      before = this.#audit.hash(numbered, before);
      return { ...numbered, hash: before };
    });
  }
}

/**
 * Leaves out entries from before the trail was cut: somebody put them back, and the chain can no longer show that they
 * had a place. Entries are chained within a second, so this is looked at only where one is much older than the newest.
 */
function afterTheCut(
  own: readonly WaitingEntry[],
  head: ChainEnd,
  [base]: readonly AuditBaseRow[],
): readonly WaitingEntry[] {
  const usual = head.at === '' ? '' : instant(later(new Date(head.at), -longWait));
  if (!base || own.every(({ at }) => at > usual)) return own;
  return own.filter(({ at }) => at > base.at);
}

async function oldest(manager: EntityManager): Promise<WaitingEntry | undefined> {
  const [first] = await manager.find(AuditTail, { order: { at: 'ASC', id: 'ASC' }, take: 1 });
  return first;
}
