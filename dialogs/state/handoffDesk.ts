import * as z from 'zod';
import { Language } from '../../kit/language.ts';
import type { UnitOfWork } from '../../kit/store/unitOfWork.ts';
import { Instant } from '../../kit/time.ts';
import { LastFour, NamedCard } from '../../services/contract/card.ts';
import { Channel } from '../../services/contract/channels.ts';
import { FreezeReason } from '../../services/contract/freezeReason.ts';
import { type CaseId, type Handoff, HandoffReason } from '../../services/contract/handoff.ts';
import { authenticationItems } from '../../services/contract/items/index.ts';

/** One line of a conversation as it was shown: secrets are masked before it is written. */
export const TranscriptLine = z.object({ from: z.enum(['customer', 'bot']), text: z.string() });
export type TranscriptLine = z.infer<typeof TranscriptLine>;

/** Where the conversation stood: nothing begun, or which question was open. */
export const HandoffStep = z.enum([
  'nothingBegun',
  'cardNumber',
  'unfreezeQuestion',
  ...authenticationItems,
  'secureLink',
]);
export type HandoffStep = z.infer<typeof HandoffStep>;

/**
 * What a human agent gets of a conversation. No secret is in it.
 * - `lastFour`: of the card spoken of last; `freezeReasons` are those of it that the customer was told
 * - `cards`: every card that the case is about, the newest last
 * - `attemptsLeft`: null where no authentication was under way
 * - `cardFound`: the customer has reported a loss and says now that the card was found
 * - `callBack`: the customer would like to be called, on the number that the bank has
 * - `optedOut`: the channel sends the customer nothing, since they have said STOP
 */
export const HandoffPacket = z.object({
  reason: HandoffReason,
  conversation: z.string(),
  channel: Channel,
  language: Language,
  lastFour: LastFour.nullable(),
  cards: z.array(NamedCard).default([]),
  freezeReasons: z.array(FreezeReason),
  step: HandoffStep,
  attemptsLeft: z.int().nullable(),
  cardFound: z.boolean().default(false),
  callBack: z.boolean().default(false),
  optedOut: z.boolean().default(false),
  at: Instant,
  transcript: z.array(TranscriptLine),
});
export type HandoffPacket = z.infer<typeof HandoffPacket>;

/** Where cases for human agents go: the built-in queue, or a bank's own desk. */
export interface HandoffDesk {
  /**
   * Opens a case; a conversation whose case is still open keeps it, with what is new.
   * @param from where the customer is, as far as it is known: a network address or a pseudonym of a telephone. It is for
   * counting, and kept as a pseudonym
   * @param work takes what is written with the turn's answer; without one the case is where an agent finds it when this
   * resolves
   */
  open(packet: HandoffPacket, work?: UnitOfWork, from?: string): Promise<CaseId>;
}

/** Where it is noted that a conversation was handed over. A handoff goes on without: it never rejects. */
export interface HandoffNotes {
  note(handoff: Handoff, work?: UnitOfWork): Promise<void>;
}
