/** The smallest ceiling, in messages a day, even after weeks with few messages. */
const always = 1000;

/** The number of days in which the busiest one is looked for. */
export const daysLookedBack = 28;

/** The most messages in a day: three times the number of the busiest recent day. */
export function ceilingAfter(busiest: number): number {
  return Math.max(always, 3 * busiest);
}

/** The shares of the ceiling at which the operator is warned. */
const alarms = [0.5, 0.9];

/** The highest alarm that this number of messages has reached, in percent of the ceiling; 0 where none. */
export function alarmAt(sent: number, most: number): number {
  return 100 * (alarms.findLast((part) => sent >= part * most) ?? 0);
}
