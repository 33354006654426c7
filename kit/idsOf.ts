/** The id of a row; of several tables that of any of their rows. */
export type IdOf<Rows> = Rows extends unknown ? Extract<keyof Rows, string> : never;

/** The ids of a table's rows, in the order in which they are written. */
export function idsOf<Rows extends object>(rows: Rows): IdOf<Rows>[] {
  return Object.keys(rows) as IdOf<Rows>[];
}
