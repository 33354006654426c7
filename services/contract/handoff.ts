import * as z from 'zod';
import { CardReference } from './card.ts';
import { UserTerminal } from './userTerminal.ts';

/** Why a person is wanted. */
export const HandoffReason = z.enum([
  'askedForPerson',
  'freezeOrReport',
  'silence',
  'unfreezingDisowned',
  'receiptUnreached',
]);
export type HandoffReason = z.infer<typeof HandoffReason>;

/** A case as customers name it on the telephone: too short for a number that could be a secret. */
export const CaseId = z.string().regex(/^[A-HJ-NP-Z]-\d{4}$/);
export type CaseId = z.infer<typeof CaseId>;

/**
 * That a conversation was handed over to the bank's staff, for the audit trail. What the agent gets of the
 * conversation is not in it: that goes to the desk alone. `card` is null where none was spoken of.
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
