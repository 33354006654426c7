import * as z from 'zod';

/**
 * A person who does something by hand, for the audit trail. `who` is the operator's login, or their uid where there is
 * none; `by` and `why` are their own words and prove nothing.
 */
export const ByHand = z.object({
  who: z.string().min(1).max(100),
  uid: z.int().min(0).nullable(),
  by: z.string().max(64).nullable(),
  why: z.string().max(200).nullable(),
});
export type ByHand = z.infer<typeof ByHand>;
