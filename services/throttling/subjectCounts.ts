import { type Asked, askedAs } from '../../kit/store/askTogether.ts';
import { plainlyAsked } from '../../kit/store/plainSql.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import { instant, later } from '../../kit/time.ts';
import { lately as window } from './overallLimit.ts';

type Counts = Map<string, number>;
type Counted = { subject: string; count: number };

/** Adds one to each subject's count, or starts it again after the window. @returns the new count of each subject */
export function countAll(
  manager: EntityManager,
  counted: readonly { subject: string }[],
  now: Date,
): Asked<Counts> {
  const rows = counted.map(() => '(?, ?, 1)').join();
  const statement = `INSERT INTO "query_counts" (subject, since, count) VALUES ${rows}
    ON CONFLICT (subject) DO UPDATE SET
      count = CASE WHEN query_counts.since > ? THEN query_counts.count + 1 ELSE 1 END,
      since = CASE WHEN query_counts.since > ? THEN query_counts.since ELSE excluded.since END
    RETURNING subject, count`;
  const before = instant(later(now, -window));
  const values = [...counted.flatMap(({ subject }) => [subject, instant(now)]), before, before];
  return askedAs(plainlyAsked<Counted>(manager, statement, values), bySubject);
}

/** The recent count of each subject that has any. */
export function latelyOf(manager: EntityManager, subjects: readonly string[], now: Date): Asked<Counts> {
  const statement = `SELECT subject, count FROM "query_counts"
    WHERE subject IN (${subjects.map(() => '?').join()}) AND since > ?`;
  const values = [...subjects, instant(later(now, -window))];
  return askedAs(plainlyAsked<Counted>(manager, statement, values), bySubject);
}

function bySubject(rows: readonly Counted[]): Counts {
  return new Map(rows.map(({ subject, count }) => [subject, count]));
}

/** The sum of the recent counts of all these subjects. */
export function sumOf(manager: EntityManager, subjects: readonly string[], now: Date): Asked<number> {
  return askedAs(latelyOf(manager, subjects, now), (counts) =>
    [...counts.values()].reduce((sum, count) => sum + count, 0),
  );
}
