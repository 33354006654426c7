import type { Language } from '../../kit/language.ts';
import { hours, minutes, seconds } from '../../kit/time.ts';

/** How long until a moment, in words: seconds, from a minute and a half on minutes, then hours; rounded up. */
export function wait(language: Language, now: Date, until: Date): string {
  const left = Math.max(until.getTime() - now.getTime(), seconds);
  const [unit, length] = unitFor(left);
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(Math.ceil(left / length));
}

function unitFor(left: number): [unit: string, length: number] {
  if (left > 1.5 * hours) return ['hour', hours];
  return left > 1.5 * minutes ? ['minute', minutes] : ['second', seconds];
}
