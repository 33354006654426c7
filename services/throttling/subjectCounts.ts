import { plainSql } from '../../kit/store/plainSql.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import { instant, later } from '../../kit/time.ts';
import { lately as window } from './overallLimit.ts';

/** Adds one to each subject's count, or starts it again after the window. @returns the new count of each subject */
export async function countAll(
  manager: EntityManager,
  counted: readonly { subject: string }[],
  now: Date,
): Promise<Map<string, number>> {
  const values = counted.map(() => '(?, ?, 1)').join();
  const statement = `INSERT INTO "query_counts" (subject, since, count) VALUES ${values}
    ON CONFLICT (subject) DO UPDATE SET
      count = CASE WHEN query_counts.since > ? THEN query_counts.count + 1 ELSE 1 END,
      since = CASE WHEN query_counts.since > ? THEN query_counts.since ELSE excluded.since END
    RETURNING subject, count`;
  const before = instant(later(now, -window));
  const rows = await plainSql<{ subject: string; count: number }>(manager, statement, [
    ...counted.flatMap(({ subject }) => [subject, instant(now)]),
    before,
    before,
  ]);
  return new Map(rows.map(({ subject, count }) => [subject, count]));
}

/** The recent count of each subject that has any. */
export async function latelyOf(
  manager: EntityManager,
  subjects: readonly string[],
  now: Date,
): Promise<Map<string, number>> {
  const statement = `SELECT subject, count FROM "query_counts"
    WHERE subject IN (${subjects.map(() => '?').join()}) AND since > ?`;
  const values = [...subjects, instant(later(now, -window))];
  const found = await plainSql<{ subject: string; count: number }>(manager, statement, values);
  return new Map(found.map(({ subject, count }) => [subject, count]));
}

/** The sum of the recent counts of all these subjects. */
export async function sumOf(manager: EntityManager, subjects: readonly string[], now: Date): Promise<number> {
  return [...(await latelyOf(manager, subjects, now)).values()].reduce((sum, count) => sum + count, 0);
}
