/** One pattern, read on plain text (see `plainText`), with a sentence that it takes and one that it leaves. */
export type TextPattern = { when: string; takes: string; leaves: string };

/** One pattern, read on the clauses of plain text, with one that it takes and one that it leaves. */
export type Clause = { when: RegExp; takes: string; leaves: string };

/** A pattern's text as it is written. */
export const raw = String.raw;

/** One of the alternatives in a list, which may be written over several lines. */
export function either(list: string): string {
  return `(?:${list
    .trim()
    .split(/\s*\|\s*/)
    .join('|')})`;
}

/** All patterns of a table in one. */
export function anyOf(table: readonly TextPattern[], flags = ''): RegExp {
  return new RegExp(table.map(({ when }) => when).join('|'), flags);
}
