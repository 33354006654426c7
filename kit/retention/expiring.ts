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

/** One kind of what is deleted when its time is over. */
export type Expiring = {
  kind: string;
  keptFor: Period;
  /** How many are past their time. */
  due(manager: EntityManager, now: Date): Promise<number>;
  /** Deletes at most so many of them. @returns how many */
  deleteSome(manager: EntityManager, now: Date, most: number): Promise<number>;
};

/** So many go in one transaction: databases limit the parameters of a statement, and nobody should wait for this. */
const atOnce = 500;

/** The moment a period before another. */
export function ago(now: Date, { milliseconds }: Period): Instant {
  return instant(later(now, -milliseconds));
}

/** Rows of one table, found by what makes them due. `key` is the property that names them: due is all that has it. */
export function expiringRows<Row extends ObjectLiteral>({
  kind,
  keptFor,
  rows,
  key,
  due,
  before = async () => {},
}: {
  kind: string;
  keptFor: Period;
  rows: EntitySchema<Row>;
  key: keyof Row & string;
  due: (now: Date) => FindOptionsWhere<Row> | FindOptionsWhere<Row>[];
  /** Deletes first what hangs on these rows. */
  before?: (manager: EntityManager, keys: string[]) => Promise<unknown>;
}): Expiring {
  const found = (manager: EntityManager, now: Date) =>
    manager.createQueryBuilder(rows, 'found').where(due(now));
  return {
    kind,
    keptFor,
    due: (manager, now) => found(manager, now).getCount(),
    async deleteSome(manager, now, most) {
      const query = found(manager, now).select(`found.${key}`, 'key').limit(most);
      const keys = await heldKeys(manager, query.getQueryAndParameters());
      if (keys.length === 0) return 0;
      await before(manager, keys);
      await manager.delete(rows, { [key]: In(keys) } as FindOptionsWhere<Row>);
      return keys.length;
    },
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
 * Deletes what is past its time, batch by batch, so that whoever needs the database meanwhile gets their turn, and
 * takes what was deleted out of the database's files.
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
    for (let some = atOnce; some === atOnce; ) {
      some = await store.transaction([], (manager) => one.deleteSome(manager, now, atOnce));
      count += some;
      if (some > 0) progress(one.kind, count);
    }
    all.push({ kind: one.kind, keptFor: one.keptFor.text, count });
  }
  if (all.some(({ count }) => count > 0)) await store.forgetDeleted();
  return all;
}

/** What `deleteExpired` would delete now. */
export async function countExpired(store: Store, kinds: readonly Expiring[], now: Date): Promise<Expired[]> {
  const all: Expired[] = [];
  for (const { kind, keptFor, due } of kinds) {
    const count = await store.read((manager) => due(manager, now));
    all.push({ kind, keptFor: keptFor.text, count });
  }
  return all;
}
