import * as z from 'zod';
import { CardReference } from './card.ts';
import { UserTerminal } from './userTerminal.ts';

/** The reason why a person is needed. */
export const HandoffReason = z.enum([
  'askedForPerson',
  'freezeOrReport',
  'silence',
  'unfreezingDisowned',
  'receiptUnreached',
]);
export type HandoffReason = z.infer<typeof HandoffReason>;

/** The id of a case as customers say it on the telephone; it is too short to be taken for a secret. */
export const CaseId = z.string().regex(/^[A-HJ-NP-Z]-\d{4}$/);
export type CaseId = z.infer<typeof CaseId>;

/**
 * A handoff of a conversation to the bank's staff, for the audit trail. The transcript is not in it; that goes to the
 * desk only. `card` is null where the conversation named none.
 */
export const Handoff = z.object({
  userTerminal: UserTerminal,
  card: CardReference.nullable(),
  caseId: CaseId,
  reason: HandoffReason,
});
export type Handoff = z.infer<typeof Handoff>;

export const HandoffAnswer = z.object({ noted: z.literal(true) });
export type HandoffAnswer = z.infer<typeof HandoffAnswer>;
