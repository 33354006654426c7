import * as z from 'zod';

/** A setting that is a whole number, written in digits only, since `1e3` and `0x10` are more often mistakes. */
export function wholeNumberSetting(least: number, most: number) {
  return z
    .string()
    .refine(
      (digits) => /^\d{1,10}$/.test(digits) && Number(digits) >= least && Number(digits) <= most,
      `must be a whole number from ${least} to ${most}`,
    )
    .transform(Number);
}

/** A port to listen at; 0 takes any free one. */
export const portSetting = wholeNumberSetting(0, 65_535);
