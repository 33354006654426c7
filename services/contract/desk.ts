import * as z from 'zod';
import { Instant } from '../../kit/time.ts';
import { CaseId } from './handoff.ts';
import { HandoffPacket } from './handoffPacket.ts';

/** As many signs as an agent writes in one message; a text message takes less, and is cut into several. */
export const longestAgentText = 1000;

/**
 * What the desk lets a conversation know. Nobody outside can bring it in.
 * - `agentCame`: an agent has the case; `agentLeft`: nobody has it any more, and it waits again
 * - `agentWrites`: masked before it was stored
 * - `stillWaiting`: agents are there, and busy; `nobodyCame`: none is there
 * - `closed`: the case is over
 */
export const DeskWord = z.discriminatedUnion('says', [
  z.object({ says: z.literal('agentCame'), case: CaseId }),
  z.object({ says: z.literal('agentLeft'), case: CaseId, place: z.int().min(1) }),
  z.object({ says: z.literal('agentWrites'), case: CaseId, text: z.string().min(1) }),
  z.object({ says: z.literal('stillWaiting'), case: CaseId, place: z.int().min(1) }),
  z.object({ says: z.literal('nobodyCame'), case: CaseId }),
  z.object({ says: z.literal('closed'), case: CaseId }),
]);
export type DeskWord = z.infer<typeof DeskWord>;

/** Who works at the desk, by the name of their login. */
export const AgentName = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u);
export type AgentName = z.infer<typeof AgentName>;

/**
 * One line between customer and agent, after the transcript of the handoff.
 * - `by`: the agent's login
 * - `delivered`: of an agent's line, whether it has come to the conversation; `lost` where there is none any more
 */
export const DeskLine = z.object({
  id: z.string(),
  number: z.int().min(1),
  from: z.enum(['customer', 'agent', 'desk']),
  by: AgentName.nullable(),
  text: z.string(),
  at: Instant,
  delivered: z.enum(['pending', 'told', 'lost']).nullable(),
});
export type DeskLine = z.infer<typeof DeskLine>;

/**
 * A case as the desk lists it.
 * - `agent`: who has it; `waits`: the customer waits in the conversation; `reachable`: what an agent writes can arrive there
 * - `origin`: the same for cases from the same network or telephone, and names neither
 */
export const DeskCase = z.object({
  case: CaseId,
  openedAt: Instant,
  origin: z.string().nullable(),
  agent: AgentName.nullable(),
  waits: z.boolean(),
  waitsSince: Instant.nullable(),
  reachable: z.boolean(),
  lines: z.int().min(0),
  ...HandoffPacket.shape,
});
export type DeskCase = z.infer<typeof DeskCase>;

/** A case with what was written since it was handed over. */
export const DeskConversation = z.object({ case: DeskCase, lines: z.array(DeskLine) });
export type DeskConversation = z.infer<typeof DeskConversation>;
