import { setImmediate } from 'node:timers/promises';
import {
  type EntityManager,
  type EntitySchema,
  type FindOptionsWhere,
  In,
  type ObjectLiteral,
} from '../store/query.ts';
import type { Store } from '../store/store.ts';
import { type Instant, instant, later } from '../time.ts';
import type { Period } from './period.ts';

/** What a slice of a sweep has done: how many of a kind went, and whether it was the last that there is to do now. */
type Slice = { deleted: number; isLast: boolean };

/** One kind of what is deleted when its time is over. */
export type Expiring = {
  kind: string;
  keptFor: Period;
  /** How many are past their time. */
  due(manager: EntityManager, now: Date): Promise<number>;
  /** Deletes some of them, with no more than so many rows looked at and deleted. */
  deleteSome(manager: EntityManager, now: Date, most: number): Promise<Slice>;
  /** How many of other kinds, by their names, are past their time too and go with these. */
  takeAlong?(manager: EntityManager, now: Date): Promise<ReadonlyMap<string, number>>;
};

/** So many rows go in one transaction: SQLite stands in the way of everything else meanwhile, for some milliseconds. */
export const rowsAtOnce = 200;

/** The moment a period before another. */
export function ago(now: Date, { milliseconds }: Period): Instant {
  return instant(later(now, -milliseconds));
}

type ExpiringRows<Row> = {
  kind: string;
  keptFor: Period;
  rows: EntitySchema<Row>;
  /** The property that names a row: due is all that has it. */
  key: keyof Row & string;
  due: (now: Date) => FindOptionsWhere<Row> | FindOptionsWhere<Row>[];
  /** How many rows go with each at the most, itself among them. */
  each?: number;
  /** Deletes these rows and what hangs on them, at most so many together. @returns the keys of those that are gone */
  remove?: (manager: EntityManager, keys: string[], most: number) => Promise<string[]>;
  takeAlong?: Expiring['takeAlong'];
};

/** Rows of one table, found by what makes them due. */
export function expiringRows<Row extends ObjectLiteral>({
  kind,
  keptFor,
  rows,
  key,
  due,
  each = 1,
  remove = async (manager, keys) => {
    await manager.delete(rows, { [key]: In(keys) } as FindOptionsWhere<Row>);
    return keys;
  },
  takeAlong,
}: ExpiringRows<Row>): Expiring {
  const found = (manager: EntityManager, now: Date) =>
    manager.createQueryBuilder(rows, 'found').where(due(now));
  return {
    kind,
    keptFor,
    due: (manager, now) => found(manager, now).getCount(),
    async deleteSome(manager, now, most) {
      const limit = Math.ceil(most / each);
      const query = found(manager, now).select(`found.${key}`, 'key').limit(limit);
      const keys = await heldKeys(manager, query.getQueryAndParameters());
      if (keys.length === 0) return { deleted: 0, isLast: true };
      const gone = await remove(manager, keys, most);
      return { deleted: gone.length, isLast: gone.length === keys.length && keys.length < limit };
    },
    ...(takeAlong && { takeAlong }),
  };
}

/**
 * The keys of rows that nobody else is changing: on PostgreSQL what is found is held until it is deleted, and what another
 * process holds, which may be giving it a new time, is left for the next sweep. On SQLite one transaction writes at a time.
 */
async function heldKeys(
  manager: EntityManager,
  [select, parameters]: [select: string, parameters: unknown[]],
): Promise<string[]> {
  const isPostgres = manager.connection.options.type === 'postgres';
  const rows: { key: string }[] = await manager.query(
    isPostgres ? `${select} FOR UPDATE SKIP LOCKED` : select,
    parameters,
  );
  return rows.map(({ key }) => key);
}

/** How many of a kind went, or would go. */
export type Expired = { kind: string; keptFor: string; count: number };

/**
 * Deletes what is past its time, slice by slice, so that whoever needs the database or the process meanwhile gets their
 * turn, and takes what was deleted out of the database's files.
 */
export async function deleteExpired(
  store: Store,
  kinds: readonly Expiring[],
  now: Date,
  progress: (kind: string, deleted: number) => void = () => {},
): Promise<Expired[]> {
  const all: Expired[] = [];
  for (const one of kinds) {
    let count = 0;
    for (let isLast = false; !isLast; ) {
      const slice = await store.transaction([], (manager) => one.deleteSome(manager, now, rowsAtOnce));
      isLast = slice.isLast;
      count += slice.deleted;
      if (slice.deleted > 0) progress(one.kind, count);
      if (!isLast) await setImmediate();
    }
    all.push({ kind: one.kind, keptFor: one.keptFor.text, count });
  }
  if (all.some(({ count }) => count > 0)) await store.forgetDeleted();
  return all;
}

/** What `deleteExpired` would delete now: what goes with another kind counts there. */
export async function countExpired(store: Store, kinds: readonly Expiring[], now: Date): Promise<Expired[]> {
  const all: Expired[] = [];
  const along = new Map<string, number>();
  for (const { kind, keptFor, due, takeAlong } of kinds) {
    const count = await store.read((manager) => due(manager, now));
    all.push({ kind, keptFor: keptFor.text, count: count - (along.get(kind) ?? 0) });
    const more = count > 0 && takeAlong ? await store.read((manager) => takeAlong(manager, now)) : [];
    for (const [name, some] of more) along.set(name, (along.get(name) ?? 0) + some);
  }
  return all;
}
