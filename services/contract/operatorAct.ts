import * as z from 'zod';
import { Instant } from '../../kit/time.ts';
import { ByHand } from './byHand.ts';
import { CardReference } from './card.ts';
import { CaseId } from './handoff.ts';

const by = { ...ByHand.shape, at: Instant };

/**
 * The work of an operator's command, or of an agent at the desk, on the bot's database. It is reported because the
 * audit trail is in the bank's.
 */
export const OperatorAct = z.discriminatedUnion('did', [
  z.object({ did: z.literal('casesRead'), cases: z.int().min(0), ...by }),
  z.object({ did: z.literal('caseClosed'), case: CaseId, ...by }),
  z.object({ did: z.literal('caseRead'), case: CaseId, ...by }),
  z.object({ did: z.literal('caseClaimed'), case: CaseId, ...by }),
  z.object({ did: z.literal('caseAnswered'), case: CaseId, ...by }),
  z.object({ did: z.literal('authenticationWanted'), case: CaseId, card: CardReference, ...by }),
  z.object({ did: z.literal('unfreezingStarted'), case: CaseId, card: CardReference, ...by }),
  z.object({ did: z.literal('casePassedOn'), case: CaseId, to: z.string().max(100).nullable(), ...by }),
  z.object({ did: z.literal('retentionSwept'), deleted: z.array(z.string().max(100)).max(100), ...by }),
]);
export type OperatorAct = z.infer<typeof OperatorAct>;

export const OperatorActAnswer = z.object({ noted: z.literal(true) });
export type OperatorActAnswer = z.infer<typeof OperatorActAnswer>;
