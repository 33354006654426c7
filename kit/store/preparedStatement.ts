import { createHash } from 'node:crypto';

/** The mark at the end of a statement that is prepared once for each connection, under a name. */
const mark = ' /* prepared */';

/** The database's form of a statement. @param text has a question mark for each value and no other question mark */
export function prepared(database: string, text: string): string {
  if (database !== 'postgres') return plannedOnce(text);
  let values = 0;
  return text.replace(/\?/g, () => `$${++values}`) + mark;
}

/** PostgreSQL's form of a prepared statement that fails, by a division by zero, unless it changes exactly one row. */
export function onlyIfOne(text: string): string {
  const changes = text.slice(0, -mark.length);
  return `WITH "changed" AS (${changes} RETURNING 1) SELECT 1 / (count(*) = 1)::int FROM "changed"${mark}`;
}

/**
 * SQLite's form of a statement. Where tables are joined, its planner looks at each value that a column is compared with,
 * and plans the statement anew for each: some 250 µs for what a turn begins with, which runs in 10. Behind a plus it does not look.
 */
export function plannedOnce(text: string): string {
  return text.includes(' JOIN ') ? text.replaceAll(' = ?', ' = +?') : text;
}

/** The name under which a statement is prepared; undefined for one that is not. */
export function nameOf(text: string): string | undefined {
  return text.endsWith(mark) ? createHash('sha256').update(text).digest('base64url').slice(0, 22) : undefined;
}
