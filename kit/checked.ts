import * as z from 'zod';

/** The normal form of a typed text, or its fault; `count` is the number of typed characters. */
export type Checked<Problem extends string> =
  | { problem?: never; value: string }
  | { problem: Problem; count: number; value?: never };

/** The schema of a text that `check` accepts; it gives the normal form. */
export function normalForm(check: (typed: string) => Checked<string>) {
  return z.string().transform((typed, context) => {
    const { problem, value } = check(typed);
    if (problem === undefined) return value;
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });
}
