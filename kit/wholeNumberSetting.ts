import * as z from 'zod';

/** A setting that is a whole number, in digits alone; `1e3` and `0x10` are slips more often than numbers. */
export function wholeNumberSetting(least: number, most: number) {
  return z
    .string()
    .refine(
      (digits) => /^\d{1,10}$/.test(digits) && Number(digits) >= least && Number(digits) <= most,
      `must be a whole number from ${least} to ${most}`,
    )
    .transform(Number);
}

/** A port to listen at; 0 takes any that is free. */
export const portSetting = wholeNumberSetting(0, 65_535);
