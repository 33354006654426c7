import * as z from 'zod';

const least = 4;
const most = 12;

/** How many digits a bank's transaction passwords have. */
export const PasswordLengths = z
  .object({ shortest: z.int().min(least).max(most), longest: z.int().min(least).max(most) })
  .refine(({ shortest, longest }) => shortest <= longest);
export type PasswordLengths = z.infer<typeof PasswordLengths>;

/** Where a bank says nothing else. */
export const usualPasswordLengths: PasswordLengths = { shortest: 6, longest: 6 };

/** Any that a bank may have. */
export const widestPasswordLengths: PasswordLengths = { shortest: least, longest: most };

/** The setting: `6`, or `4-8`. */
const PasswordLengthsSetting = z
  .string()
  .default('6')
  .transform((text, context): PasswordLengths => {
    const [, shortest = '', longest = shortest] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(text.trim()) ?? [];
    const read = PasswordLengths.safeParse({ shortest: Number(shortest), longest: Number(longest) });
    if (read.success) return read.data;
    context.addIssue({
      code: 'custom',
      message: `must be a number of digits from ${least} to ${most}, or two: 6, 4-8`,
    });
    return z.NEVER;
  });

/** The settings that the bank's side, the bot and the commands share. */
export const passwordLengthsShape = {
  PASSWORD_LENGTHS: PasswordLengthsSetting,
};

export function isUsual({ shortest, longest }: PasswordLengths): boolean {
  return shortest === usualPasswordLengths.shortest && longest === usualPasswordLengths.longest;
}
