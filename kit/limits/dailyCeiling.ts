/** However quiet the last weeks were, so many may go out. */
const always = 1000;

/** How far a ceiling looks back, in days. */
export const daysLookedBack = 28;

/** How many messages may go out in a day: three times what went out on the busiest of the days looked back on. */
export function ceilingAfter(busiest: number): number {
  return Math.max(always, 3 * busiest);
}

/** The parts of a ceiling at which the operator is warned. */
const alarms = [0.5, 0.9];

/** The alarm that this many have reached, in percent; 0 where it is none. */
export function alarmAt(sent: number, most: number): number {
  return 100 * (alarms.findLast((part) => sent >= part * most) ?? 0);
}
