import * as z from 'zod';
import { CaseId } from '../../../../services/contract/handoff.ts';

const unhurried = z.boolean().optional();
/** The question has not been said yet: a silence brings it and is not counted. */
const unasked = z.boolean().optional();

const Waits = z.discriminatedUnion('what', [
  z.object({ what: z.literal('choice'), values: z.array(z.string()), unhurried, unasked }),
  z.object({ what: z.literal('number'), unasked }),
  z.object({ what: z.literal('secret'), lastMayBeX: z.boolean(), unasked }),
  z.object({ what: z.literal('words'), unhurried, unasked }),
]);
/** What the conversation waits for, as far as keys and words are read by it. */
export type Waits = z.infer<typeof Waits>;

/**
 * The caller's possible actions at a step, stored with the call. The `values` of a choice are the words behind each
 * key, from key 1.
 * - `tongue`, `resume`: the call's own questions
 * - `unhurried`: the caller is busy elsewhere, so silence is expected
 * - `connect`: at the next step it is known who at the desk has this case
 * - `transfer`: the call is with a person, and comes back if nobody answers; `case`: with the one who has it at the desk
 *   `afterwards`: what the conversation waits for after that
 */
export const Expects = z.discriminatedUnion('what', [
  z.object({ what: z.literal('tongue') }),
  z.object({ what: z.literal('resume'), conversationId: z.string() }),
  ...Waits.options,
  z.object({ what: z.literal('connect'), case: CaseId }),
  z.object({ what: z.literal('transfer'), case: CaseId.optional(), afterwards: Waits.optional() }),
  z.object({ what: z.literal('nothing') }),
]);
export type Expects = z.infer<typeof Expects>;
