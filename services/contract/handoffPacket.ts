import * as z from 'zod';
import { Language } from '../../kit/language.ts';
import { Instant } from '../../kit/time.ts';
import { LastFour, NamedCard } from './card.ts';
import { Channel } from './channels.ts';
import { FreezeReason } from './freezeReason.ts';
import { HandoffReason } from './handoff.ts';
import { authenticationItems } from './items/index.ts';

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
