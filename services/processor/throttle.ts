import { type EntityManager, type FindOptionsWhere, IsNull, LessThan, Or, Raw } from 'typeorm';
import type { CardReference } from '../contract/card.ts';
import { hours, type Instant, instant, later, minutes } from '../contract/time.ts';
import { type Throttle, Throttles } from '../store/entities/throttle.ts';

/** Remote unfreezing is paused until a moment, or (null) until the operator releases it. */
export type Lock = { until: Instant | null };

const window = 24 * hours;
const mostInWindow = 5;
const mostInARow = 10;
const lockAfterWindow = 24 * hours;
const lockAfterRequest = 15 * minutes;

/** Whom failures are counted for: the card and its customer, all channels together. */
export function subjects(card: CardReference, customerId: string): string[] {
  return [`card:${card}`, `customer:${customerId}`];
}

/**
 * Counts an attempt as failed before it is checked, so that parallel guesses cannot outrun the count;
 * success takes it back. While a lock holds nothing is counted, so that attempts do not prolong it.
 * @returns the lock that stands against the attempt
 */
export async function countAttempt(
  manager: EntityManager,
  of: string[],
  now: Date,
): Promise<Lock | undefined> {
  const throttles = await readAll(manager, of, now);
  const lock = strictest(throttles.map((one) => lockOf(one, now)));
  if (lock) return lock;
  for (const one of throttles) {
    const counted = { ...one, inARow: one.inARow + 1, failedAt: [...one.failedAt, instant(now)] };
    await manager.upsert(Throttles, counted, ['subject']);
  }
  return undefined;
}

/**
 * Sets the lock that a failed attempt earns.
 * @param lastOfRequest whether the authentication request has no attempt left
 */
export async function setLock(
  manager: EntityManager,
  of: string[],
  now: Date,
  lastOfRequest: boolean,
): Promise<Lock | undefined> {
  const locks: (Lock | undefined)[] = [];
  for (const subject of of) {
    const one = await read(manager, subject, now);
    const lock = earned(one, now, lastOfRequest);
    locks.push(lock);
    if (!lock) continue;
    const needsRelease = one.needsRelease || lock.until === null;
    await manager.upsert(Throttles, { ...one, needsRelease, lockedUntil: lock.until }, ['subject']);
  }
  return strictest(locks);
}

/** Forgets every failure and lock: after a success, or when the operator says so. @returns whether there was a lock */
export async function release(manager: EntityManager, of: string[], now: Date): Promise<boolean> {
  const throttles = await readAll(manager, of, now);
  await manager.delete(Throttles, of);
  return throttles.some((one) => lockOf(one, now) !== undefined);
}

/** The lock that holds now. */
export async function currentLock(
  manager: EntityManager,
  of: string[],
  now: Date,
): Promise<Lock | undefined> {
  const throttles = await readAll(manager, of, now);
  return strictest(throttles.map((one) => lockOf(one, now)));
}

/**
 * The throttles in which nothing happened since a moment and no lock stands. A row holds the failures of one window,
 * oldest first, as JSON; so where the first is older by a window than the moment, all of them are older.
 */
export function forgettableThrottles(since: Instant): FindOptionsWhere<Throttle> {
  const oldest = JSON.stringify([instant(later(new Date(since), -window))]);
  return {
    failedAt: Raw((column) => `${column} < :oldest`, { oldest }),
    inARow: LessThan(mostInARow),
    needsRelease: false,
    lockedUntil: Or(IsNull(), LessThan(since)),
  };
}

async function readAll(manager: EntityManager, of: string[], now: Date): Promise<Throttle[]> {
  const throttles: Throttle[] = [];
  for (const subject of of) throttles.push(await read(manager, subject, now));
  return throttles;
}

async function read(manager: EntityManager, subject: string, now: Date): Promise<Throttle> {
  const found = await manager.findOneBy(Throttles, { subject });
  if (!found) return { subject, inARow: 0, failedAt: [], lockedUntil: null, needsRelease: false };
  const start = instant(later(now, -window));
  return { ...found, failedAt: found.failedAt.filter((at) => at > start) };
}

function lockOf({ needsRelease, lockedUntil, inARow, failedAt }: Throttle, now: Date): Lock | undefined {
  if (needsRelease || inARow >= mostInARow) return { until: null };
  if (lockedUntil && lockedUntil > instant(now)) return { until: lockedUntil };
  const [oldest] = failedAt;
  // More attempts are under way than may fail: the rest must wait for how they end.
  if (oldest && failedAt.length >= mostInWindow) return { until: instant(later(new Date(oldest), window)) };
  return undefined;
}

function earned({ inARow, failedAt }: Throttle, now: Date, lastOfRequest: boolean): Lock | undefined {
  if (inARow >= mostInARow) return { until: null };
  if (failedAt.length >= mostInWindow) return { until: instant(later(now, lockAfterWindow)) };
  return lastOfRequest ? { until: instant(later(now, lockAfterRequest)) } : undefined;
}

function strictest(locks: (Lock | undefined)[]): Lock | undefined {
  const held = locks.filter((lock) => lock !== undefined);
  if (held.length === 0) return undefined;
  const moments = held.map(({ until }) => until).filter((until) => until !== null);
  return { until: moments.length < held.length ? null : (moments.sort().at(-1) ?? null) };
}
