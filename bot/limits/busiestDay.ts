import { daysLookedBack } from '../../kit/limits/dailyCeiling.ts';
import { MoreThan } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { hours, instant, later } from '../../kit/time.ts';
import { SharedCountRows } from './sharedCountsTable.ts';

const day = 24 * hours;

/** The count of a subject on the busiest of the recent days, today left out. */
export async function busiestDay(store: Store, subject: string, now: Date): Promise<number> {
  const today = instant(new Date(now.getTime() - (now.getTime() % day)));
  const days = await store.read((manager) =>
    manager.findBy(SharedCountRows, {
      subject,
      begun: MoreThan(instant(later(now, -(daysLookedBack + 1) * day))),
    }),
  );
  return Math.max(0, ...days.filter(({ begun }) => begun < today).map(({ count }) => count));
}
