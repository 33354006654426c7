/** The id of a row; for a union of tables, the id of any of their rows. */
export type IdOf<Rows> = Rows extends unknown ? Extract<keyof Rows, string> : never;

/** The ids of a table's rows, in the order of the table. */
export function idsOf<Rows extends object>(rows: Rows): IdOf<Rows>[] {
  return Object.keys(rows) as IdOf<Rows>[];
}
