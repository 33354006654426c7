import { prepared } from './preparedStatement.ts';
import type { EntityManager } from './query.ts';
import { runPrepared } from './runPrepared.ts';

type Columns = Record<string, unknown>;

/** A table that is joined with others in one statement. The text of the statement follows from `key`. */
type Join = { key: string; columns: () => string; on: () => string; values: unknown[] };

/** A search in some tables, each by its own condition, and the function that makes the result from the rows. */
export type Wanted<Found> = {
  /** The joins that add these rows to another statement; none where they need a statement of their own. */
  joins(manager: EntityManager): readonly Join[];
  found(records: readonly Columns[], manager: EntityManager): Found | Promise<Found>;
};

/** The same query, with its rows read in another way. */
export function seenAs<Found, Seen>(
  wanted: Wanted<Found>,
  sees: (found: Found, manager: EntityManager) => Seen | Promise<Seen>,
): Wanted<Seen> {
  return {
    joins: wanted.joins,
    found: async (records, manager) => sees(await wanted.found(records, manager), manager),
  };
}

const texts = new Map<string, string>();

/**
 * Reads several tables in one round trip. Meant for few rows of each, because the answer combines every row with every
 * other.
 */
export async function lookTogether<Found extends readonly unknown[]>(
  manager: EntityManager,
  wanted: { readonly [Place in keyof Found]: Wanted<Found[Place]> },
): Promise<Found> {
  const joins = wanted.flatMap((one) => one.joins(manager));
  const { type } = manager.connection.options;
  const name = [type, ...joins.map(({ key }) => key)].join('\n');
  const text = texts.get(name) ?? joined(type, joins);
  texts.set(name, text);
  const values = joins.flatMap((join) => join.values);
  const { records } = await runPrepared(manager, text, values);
  const found: unknown[] = [];
  for (const one of wanted) found.push(await one.found(records, manager));
  return found as unknown as Found;
}

function joined(type: string, joins: readonly Join[]): string {
  const columns = joins.map((join) => join.columns()).join(', ');
  const tables = joins.map((join) => ` LEFT JOIN ${join.on()}`).join('');
  return prepared(type, `SELECT ${columns} FROM (SELECT 1 AS "one") "one"${tables}`);
}
