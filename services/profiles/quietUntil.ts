import { later, minutes } from '../../kit/time.ts';
import type { Profile } from './profiles.ts';

const wholeDay = 24 * 60;

/** The end of the quiet hours around a moment; undefined where it is outside of them. */
export function quietUntil({ quiet }: Pick<Profile, 'quiet'>, now: Date): Date | undefined {
  if (!quiet) return undefined;
  const { from, to, timeZone } = quiet;
  const minute = minuteOfDay(now, timeZone);
  const isQuiet = from < to ? minute >= from && minute < to : minute >= from || minute < to;
  if (!isQuiet) return undefined;
  const begun = now.getTime() - (now.getTime() % minutes);
  return later(new Date(begun), ((to - minute + wholeDay) % wholeDay) * minutes);
}

function minuteOfDay(moment: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en', {
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
    timeZone,
  });
  const parts = format.formatToParts(moment);
  const number = (type: 'hour' | 'minute') => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return number('hour') * 60 + number('minute');
}
