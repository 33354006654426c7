import * as z from 'zod';

/** A range of card numbers that a bank issues: their first digits and their length. */
export type CardNumberRange = { prefix: string; shortest: number; longest: number };

const written = /^(\d{1,12}):(1[3-9])(?:-(1[3-9]))?$/;

/** The setting of a bank's card numbers: `62:16-19, 4:16`. */
export const CardNumbers = z.string().transform((list, context): readonly CardNumberRange[] => {
  const ranges = list.split(',').map((range) => {
    const [, prefix, shortest = '', longest = shortest] = written.exec(range.trim()) ?? [];
    const isRange = prefix !== undefined && Number(shortest) <= Number(longest);
    return isRange ? { prefix, shortest: Number(shortest), longest: Number(longest) } : undefined;
  });
  if (!ranges.includes(undefined)) return ranges.filter((range) => range !== undefined);
  context.addIssue({
    code: 'custom',
    message: 'must be prefix:digits or prefix:from-to, 62:16-19, with commas between',
  });
  return z.NEVER;
});

/** Whether a card number is one of the bank's. Without a setting every number is. */
export function isOfBank(number: string, ranges: readonly CardNumberRange[] | undefined): boolean {
  if (ranges === undefined) return true;
  return ranges.some(
    ({ prefix, shortest, longest }) =>
      number.startsWith(prefix) && number.length >= shortest && number.length <= longest,
  );
}
