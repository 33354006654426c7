import { createHash } from 'node:crypto';

/**
 * What a transaction decides about: of those that name the same, one runs at a time, over all processes. Those that
 * share it run beside each other, and beside none that has it alone.
 */
export type Lock = {
  readonly kind: string;
  readonly key: string;
  readonly isShared?: boolean;
  readonly goesWithFirst?: boolean;
};

/** @param key names one lock of its kind; left out where the kind has only one */
export function lock(kind: string, key = ''): Lock {
  return { kind, key };
}

/** A shared lock: many may hold it at once, unless somebody holds the exclusive one. */
export function shared(whole: Lock): Lock {
  return { ...whole, isShared: true };
}

/**
 * A lock that goes to the database with the first statement of its work. It is for work that decides on what it reads, since no
 * statement of that is begun without the lock. What a lock guards in memory, such as the key that is sealed with, such work may
 * use only once that statement is answered.
 */
export function behindFirst(whole: Lock): Lock {
  return { ...whole, goesWithFirst: true };
}

/** A lock as PostgreSQL takes it. */
export type AdvisoryLock = { number: bigint; isShared: boolean };

/**
 * Each once, in the order in which every transaction takes its locks, so that no two wait for each other. Two of one
 * number would only wait more often than they must.
 */
export function advisoryLocks(locks: readonly Lock[]): AdvisoryLock[] {
  const all = new Map<bigint, boolean>();
  for (const one of locks) {
    const number = numberOf(one);
    all.set(number, (all.get(number) ?? true) && one.isShared === true);
  }
  return [...all]
    .map(([number, isShared]) => ({ number, isShared }))
    .sort((one, other) => (one.number < other.number ? -1 : 1));
}

function numberOf({ kind, key }: Lock): bigint {
  const hash = createHash('sha256')
    .update(JSON.stringify([kind, key]))
    .digest();
  return hash.readBigInt64BE();
}
