import * as z from 'zod';
import { Instant } from '../../kit/time.ts';
import { NamedCard } from './card.ts';
import { CaseId } from './handoff.ts';
import { HandoffPacket, TranscriptLine } from './handoffPacket.ts';

/** The longest message of an agent in characters. A text message takes fewer, so it is cut into several. */
export const longestAgentText = 1000;

/**
 * What the desk lets a conversation know. Nobody outside can bring it in.
 * - `agentCame`: an agent has the case; `agentLeft`: nobody has it any more, and it waits again
 * - `agentWrites`: masked before it was stored
 * - `stillWaiting`: agents are there, and busy; `nobodyCame`: none is there
 * - `authenticate`: the agent wants the customer to show who they are, so that this card can be unfrozen
 * - `unfreeze`: the agent starts the unfreezing, now that all was shown
 * - `closed`: the case is over
 */
export const DeskWord = z.discriminatedUnion('says', [
  z.object({ says: z.literal('agentCame'), case: CaseId }),
  z.object({ says: z.literal('agentLeft'), case: CaseId, place: z.int().min(1) }),
  z.object({ says: z.literal('agentWrites'), case: CaseId, text: z.string().min(1) }),
  z.object({ says: z.literal('stillWaiting'), case: CaseId, place: z.int().min(1) }),
  z.object({ says: z.literal('nobodyCame'), case: CaseId }),
  z.object({ says: z.literal('authenticate'), case: CaseId, card: NamedCard }),
  z.object({ says: z.literal('unfreeze'), case: CaseId }),
  z.object({ says: z.literal('closed'), case: CaseId }),
]);
export type DeskWord = z.infer<typeof DeskWord>;

/** The login name of an agent. */
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
 * - `spoken`: they are on the telephone, where an agent is put through and does not write
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
  spoken: z.boolean(),
  lines: z.int().min(0),
  ...HandoffPacket.omit({ transcript: true }).shape,
});
export type DeskCase = z.infer<typeof DeskCase>;

export const DeskCases = z.object({ cases: z.array(DeskCase) });
export type DeskCases = z.infer<typeof DeskCases>;

export const DeskLines = z.object({ lines: z.array(DeskLine) });
export type DeskLines = z.infer<typeof DeskLines>;

/** A case with what was said before it was handed over, and what was written since. */
export const DeskConversation = z.object({
  case: DeskCase,
  transcript: z.array(TranscriptLine),
  lines: z.array(DeskLine),
});
export type DeskConversation = z.infer<typeof DeskConversation>;

/**
 * What came of an agent's act. `taken`: another agent has the case; `closed`: it is over, or there is none of that number;
 * `noCard`: no card was named in it; `onTelephone`: the customer is on the telephone, where nothing can be written; `notMatched`: the customer has
 * not shown who they are, so that nothing can be unfrozen.
 */
export const DeskActed = z.object({
  outcome: z.enum(['done', 'taken', 'closed', 'noCard', 'onTelephone', 'notMatched']),
});
export type DeskActed = z.infer<typeof DeskActed>;

/** What an agent sends: words, or a canned answer by its id. `id` is the same each time it is sent, and no other's. */
export const LineGiven = z
  .object({
    id: z.uuid(),
    text: z
      .string()
      .max(4 * longestAgentText)
      .optional(),
    answer: z.string().max(100).optional(),
  })
  .refine(({ text, answer }) => (text === undefined) !== (answer === undefined), 'either text or answer');
export type LineGiven = z.infer<typeof LineGiven>;

/**
 * All that an agent sees of an authentication. `matched`: what was asked for was shown, so that the agent can start the
 * unfreezing; `notMatched`: it was not, or the customer has left it; `notHere`: the policy does not let it be unfrozen here, and
 * nothing was asked. And of what was started then: `unfrozen`, or `notUnfrozen`, since too much time has passed or something else
 * stands against it by now.
 */
export type AuthenticationEnd = 'matched' | 'notMatched' | 'notHere' | 'unfrozen' | 'notUnfrozen';

/** `null` puts the case back into the queue. */
export const PassedOn = z.object({ to: AgentName.nullable() });
export type PassedOn = z.infer<typeof PassedOn>;

/** `paused`: the agent takes no case at present; `left`: the page was closed. */
export const Presence = z.object({ paused: z.boolean(), left: z.boolean().default(false) });
export type Presence = z.infer<typeof Presence>;

/** The agents who could take a case now. */
export const DeskAgents = z.object({ agents: z.array(AgentName) });
export type DeskAgents = z.infer<typeof DeskAgents>;
