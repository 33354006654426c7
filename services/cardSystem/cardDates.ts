import { type Instant, instant, later, minutes } from '../../kit/time.ts';

/** When what protects a card was changed, as far as its card system says so. */
export type CardDates = { readonly [Each in CardDate]?: Instant };
export type CardDate = 'frozenAt' | 'phoneChangedAt' | 'passwordChangedAt';

/** The most by which the clocks of two machines may differ. */
const skew = 5 * minutes;

/** Whether one of the dates has not come yet: then none of them can be believed, and no waiting time rests on them. */
export function areInFuture(dates: CardDates, now: Date): boolean {
  const latest = instant(later(now, skew));
  return Object.values(dates).some((date) => date > latest);
}

/** How many cards came with a date that cannot be. */
export class WrongDates {
  count = 0;

  /** Counts a card with such a date, and hands it on as it is: the preset conditions say what comes of it. */
  seen<Found extends { dates?: CardDates }>(found: Found, now: Date): Found {
    if (areInFuture(found.dates ?? {}, now)) this.count += 1;
    return found;
  }
}
