/** Short names that mean one place only; any other short name can mean several places. */
const clear = ['UTC', 'GMT', 'PRC', 'ROC', 'ROK'];

/**
 * The fault of a time zone name (IANA), or undefined. `CST` for example means Shanghai, Chicago or Havana, and the
 * library takes it for Chicago.
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
