import * as z from 'zod';
import { hours, minutes, seconds } from '../time.ts';

/** The time for which something is kept: as the operator wrote it, and in milliseconds. */
export type Period = { text: string; milliseconds: number };

/** A duration of ISO 8601 in units of fixed length, so without years and months. */
const form = /^P(?=.)(?:(\d{1,5})D)?(?:T(?=.)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$/;
const longest = 'P3650D';

/** @returns undefined where the text is not a duration such as `P30D`, `PT24H` or `P1DT12H` */
export function period(text: string): Period | undefined {
  const parts = form.exec(text);
  if (!parts) return undefined;
  const [d, h, m, s] = parts.slice(1).map((part) => Number(part ?? 0));
  const length = (d ?? 0) * 24 * hours + (h ?? 0) * hours + (m ?? 0) * minutes + (s ?? 0) * seconds;
  return { text, milliseconds: length };
}

function known(text: string): Period {
  const read = period(text);
  if (!read) throw new Error(`not a period: ${text}`);
  return read;
}

/** The longer of two periods. */
export function longer(one: Period, other: Period): Period {
  return one.milliseconds < other.milliseconds ? other : one;
}

/**
 * A setting for how long something is kept.
 * @param usual the default
 * @param least the shortest period allowed, because other rules depend on it
 * @param most the longest
 */
export function periodSetting(usual: string, least: string, most = longest) {
  const bounds = { least: known(least).milliseconds, most: known(most).milliseconds };
  return z
    .string()
    .default(usual)
    .transform((text, context): Period => {
      const read = period(text);
      if (read && read.milliseconds >= bounds.least && read.milliseconds <= bounds.most) return read;
      const message = read
        ? `must be from ${least} to ${most}`
        : 'must be a duration of ISO 8601 in days, hours, minutes or seconds, such as PT24H or P30D';
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });
}

/** The configurable periods by the names of their settings. */
export type Periods<Shape> = { readonly [Name in keyof Shape]: Period };
