import type { Language } from '../../services/contract/language.ts';
import { hours, minutes } from '../../services/contract/time.ts';

/** How long until a moment, in words: minutes up to an hour and a half, then hours; rounded up, at least a minute. */
export function wait(language: Language, now: Date, until: Date): string {
  const left = Math.max(until.getTime() - now.getTime(), minutes);
  const [unit, length] = left > 1.5 * hours ? (['hour', hours] as const) : (['minute', minutes] as const);
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(Math.ceil(left / length));
}
