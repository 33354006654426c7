import * as z from 'zod';
import { CaseId } from '../../../../services/contract/handoff.ts';

const unhurried = z.boolean().optional();

/**
 * The caller's possible actions at a step, stored with the call. The `values` of a choice are the words behind each
 * key, from key 1.
 * - `tongue`, `resume`: the call's own questions
 * - `unhurried`: the caller is busy elsewhere, so silence is expected
 * - `connect`: at the next step it is known who at the desk has this case
 * - `transfer`: the call is with a person, and comes back if nobody answers; `case`: with the one who has it at the desk
 */
export const Expects = z.discriminatedUnion('what', [
  z.object({ what: z.literal('tongue') }),
  z.object({ what: z.literal('resume'), conversationId: z.string() }),
  z.object({ what: z.literal('choice'), values: z.array(z.string()), unhurried }),
  z.object({ what: z.literal('number') }),
  z.object({ what: z.literal('secret'), lastMayBeX: z.boolean() }),
  z.object({ what: z.literal('words'), unhurried }),
  z.object({ what: z.literal('connect'), case: CaseId }),
  z.object({ what: z.literal('transfer'), case: CaseId.optional() }),
  z.object({ what: z.literal('nothing') }),
]);
export type Expects = z.infer<typeof Expects>;
