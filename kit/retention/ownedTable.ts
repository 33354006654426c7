import type { MigrationClass } from '../store/firstMigration.ts';
import type { EntitySchema, ObjectLiteral } from '../store/query.ts';
import type { TableApart } from '../store/tableApart.ts';
import type { Expiring } from './expiring.ts';

/** How the rows of a table end: each in its time, with the row of another table, or never; what stays has a reason. */
type Ending<Kept> =
  | { expiring: (kept: Kept) => Expiring; stays?: string }
  | { goesWith: EntitySchema<ObjectLiteral>; stays?: string }
  | { stays: string };

/**
 * A table, and all that has to be known of it beside its columns. Its owner says so next to it.
 * @typeParam Kept the periods that the owner must be given, by the names of their settings
 */
export type OwnedTable<Kept = unknown> = Ending<Kept> & {
  rows: EntitySchema<ObjectLiteral>;
  /** What has changed the table since the first migration of its half made it, or has made it since. */
  migrations?: readonly MigrationClass[];
  /** Where no backup may have its rows. */
  apart?: TableApart;
};

/** What expires in these tables, in their order. */
export function expiringIn<Kept>(tables: readonly OwnedTable<Kept>[], kept: Kept): Expiring[] {
  return tables.flatMap((table) => ('expiring' in table ? [table.expiring(kept)] : []));
}
