import * as z from 'zod';

/**
 * What the caller may do at a step, kept with the call. A choice's `values` are what its keys say, from key 1.
 * - `tongue`, `resume`: the call's own questions
 * - `transfer`: the call is with a person, and comes back when nobody was there
 */
export const Expects = z.discriminatedUnion('what', [
  z.object({ what: z.literal('tongue') }),
  z.object({ what: z.literal('resume'), conversationId: z.string() }),
  z.object({ what: z.literal('choice'), values: z.array(z.string()) }),
  z.object({ what: z.literal('number') }),
  z.object({ what: z.literal('secret'), lastMayBeX: z.boolean() }),
  z.object({ what: z.literal('words') }),
  z.object({ what: z.literal('transfer') }),
  z.object({ what: z.literal('nothing') }),
]);
export type Expects = z.infer<typeof Expects>;
