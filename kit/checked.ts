import * as z from 'zod';

/** What was typed, in its normal form, or what is wrong with it; `count` is how many characters were given. */
export type Checked<Problem extends string> =
  | { problem?: never; value: string }
  | { problem: Problem; count: number; value?: never };

/** A schema for text that a check accepts; what it gives is the normal form. */
export function normalForm(check: (typed: string) => Checked<string>) {
  return z.string().transform((typed, context) => {
    const { problem, value } = check(typed);
    if (problem === undefined) return value;
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });
}
