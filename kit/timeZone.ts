/** Short names that are of one place alone; the others are of several, and which of them is meant nobody can tell. */
const clear = ['UTC', 'GMT', 'PRC', 'ROC', 'ROK'];

/**
 * What is wrong with a time zone (IANA), if anything is. `CST` is the zone of Shanghai, Chicago and Havana, and to the
 * library that of Chicago.
 */
export function timeZoneProblem(zone: string): string | undefined {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    return `${zone} is no time zone such as Asia/Shanghai`;
  }
  const isShort = /^[A-Z]{2,4}(?:\d[A-Z]{3})?$/i.test(zone);
  return isShort && !clear.includes(zone.toUpperCase())
    ? `${zone} is the time zone of several places: name one of them, such as Asia/Shanghai or America/Chicago`
    : undefined;
}
