import { InvalidArgumentError } from 'commander';
import { period } from '../kit/retention/period.ts';
import { type Clock, type Instant, instant, later } from '../kit/time.ts';

/** The help on options that take a moment. */
export const howToNameAMoment =
  'a day as 2026-11-24, a moment as 2026-11-24T08:30Z, both in UTC, or how long ago: PT2H, P7D';

const form = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z)?$/;

/** Reads an option that is a moment. */
export function moment(clock: Clock): (given: string) => Instant {
  return (given) => {
    const ago = period(given);
    if (ago) return instant(later(clock(), -ago.milliseconds));
    const date = new Date(form.test(given) ? given : Number.NaN);
    // 30 February would otherwise be read as a day in March.
    if (!Number.isNaN(date.getTime()) && instant(date).startsWith(given.slice(0, 10))) return instant(date);
    throw new InvalidArgumentError(`It must be ${howToNameAMoment}.`);
  };
}
