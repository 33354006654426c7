import * as z from 'zod';

const unhurried = z.boolean().optional();

/**
 * What the caller may do at a step, kept with the call. A choice's `values` are what its keys say, from key 1.
 * - `tongue`, `resume`: the call's own questions
 * - `unhurried`: the caller is busy elsewhere, and silence is to be expected
 * - `transfer`: the call is with a person, and comes back when nobody was there
 */
export const Expects = z.discriminatedUnion('what', [
  z.object({ what: z.literal('tongue') }),
  z.object({ what: z.literal('resume'), conversationId: z.string() }),
  z.object({ what: z.literal('choice'), values: z.array(z.string()), unhurried }),
  z.object({ what: z.literal('number') }),
  z.object({ what: z.literal('secret'), lastMayBeX: z.boolean() }),
  z.object({ what: z.literal('words'), unhurried }),
  z.object({ what: z.literal('transfer') }),
  z.object({ what: z.literal('nothing') }),
]);
export type Expects = z.infer<typeof Expects>;
