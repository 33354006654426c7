import type { MigrationClass } from '../store/firstMigration.ts';
import type { EntitySchema, ObjectLiteral } from '../store/query.ts';
import type { TableApart } from '../store/tableApart.ts';
import type { Expiring } from './expiring.ts';

/**
 * The end of a table's rows: each in its own time, together with a row of another table, or never; a table that stays
 * has a reason.
 */
type Ending<Kept> =
  | { expiring: (kept: Kept) => Expiring; stays?: string }
  | { goesWith: EntitySchema<ObjectLiteral>; stays?: string }
  | { stays: string };

/**
 * A table, and everything to know about it apart from its columns. The room that owns it declares this beside the
 * table.
 * @typeParam Kept the periods that the owner needs, by the names of their settings
 */
export type OwnedTable<Kept = unknown> = Ending<Kept> & {
  rows: EntitySchema<ObjectLiteral>;
  /** The migrations that have made or changed the table since the first migration of its half of the product. */
  migrations?: readonly MigrationClass[];
  /** Set where no backup may contain the rows. */
  apart?: TableApart;
};

/** The kinds of expiring rows in these tables, in the order of the tables. */
export function expiringIn<Kept>(tables: readonly OwnedTable<Kept>[], kept: Kept): Expiring[] {
  return tables.flatMap((table) => ('expiring' in table ? [table.expiring(kept)] : []));
}
