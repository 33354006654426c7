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

/** The result of one slice of a sweep: the rows deleted, and whether nothing is left to do now. */
type Slice = { deleted: number; isLast: boolean };

/** One kind of rows that are deleted when their time is over. */
export type Expiring = {
  kind: string;
  keptFor: Period;
  /** The number of rows that are due. */
  due(manager: EntityManager, now: Date): Promise<number>;
  /** Deletes some of the due rows; at most `most` rows are looked at and deleted. */
  deleteSome(manager: EntityManager, now: Date, most: number): Promise<Slice>;
  /** The number of due rows of other kinds, by their names, that are deleted together with these. */
  takeAlong?(manager: EntityManager, now: Date): Promise<ReadonlyMap<string, number>>;
};

/**
 * The rows deleted in one transaction. They are few, because on SQLite the transaction blocks all others for some
 * milliseconds.
 */
export const rowsAtOnce = 200;

/** The moment that lies a period before another. */
export function ago(now: Date, { milliseconds }: Period): Instant {
  return instant(later(now, -milliseconds));
}

type ExpiringRows<Row> = {
  /** The name of the table in one word, where nothing else is given. */
  kind?: string;
  keptFor: Period;
  rows: EntitySchema<Row>;
  /** The column that identifies a row; all rows with the same value are due together. */
  key: keyof Row & string;
  due: (now: Date) => FindOptionsWhere<Row> | FindOptionsWhere<Row>[];
  /** The most rows deleted with one key, the row itself included. */
  each?: number;
  /** Deletes the rows and those that refer to them, at most `most` in all. @returns the keys of the deleted rows */
  remove?: (manager: EntityManager, keys: string[], most: number) => Promise<string[]>;
  takeAlong?: Expiring['takeAlong'];
};

/** `botPageFiles` for `bot_page_files`. */
const inOneWord = (table = '') => table.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());

/** The rows of one table that fulfil the condition `due`. */
export function expiringRows<Row extends ObjectLiteral>({
  rows,
  kind = inOneWord(rows.options.name),
  keptFor,
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
 * The keys of due rows that no other process is changing. On PostgreSQL the rows are locked until they are deleted, and
 * a row that another process has locked, perhaps to extend its time, is left for the next sweep. On SQLite only one
 * transaction writes at a time anyway.
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

/** The number of rows of a kind that were deleted, or would be. */
export type Expired = { kind: string; keptFor: string; count: number };

/**
 * Deletes all due rows, slice by slice so that other work gets its turn, and removes the deleted content from the
 * database's files.
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

/**
 * The number of rows that `deleteExpired` would delete now. Rows deleted together with another kind are counted there.
 */
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
