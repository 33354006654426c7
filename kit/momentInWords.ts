const known = new Map<string, Intl.DateTimeFormat>();

/**
 * A moment as customers read it: made once for each language, time zone and style, since making a format takes a hundred times
 * as long as using it.
 */
export function momentInWords(
  language: string,
  timeZone: string,
  moment: string,
  style: Intl.DateTimeFormatOptions,
): string {
  const key = JSON.stringify([language, timeZone, style]);
  const format =
    known.get(key) ?? new Intl.DateTimeFormat(language, { ...style, hourCycle: 'h23', timeZone });
  known.set(key, format);
  // Unicode's narrower spaces would cost a longer message where they cost anything, and show as boxes elsewhere.
  return format.format(new Date(moment)).replace(/\s/g, ' ');
}
