import * as z from 'zod';
import { Language } from '../../kit/language.ts';
import { Instant } from '../../kit/time.ts';
import { LastFour, NamedCard } from './card.ts';
import { Channel } from './channels.ts';
import { FreezeReason } from './freezeReason.ts';
import { HandoffReason } from './handoff.ts';
import { authenticationItems } from './items/index.ts';

/** One line of a conversation as it was shown. Secrets are masked before it is written. */
export const TranscriptLine = z.object({ from: z.enum(['customer', 'bot']), text: z.string() });
export type TranscriptLine = z.infer<typeof TranscriptLine>;

/** The state of the conversation: nothing begun, or the open question. */
export const HandoffStep = z.enum([
  'nothingBegun',
  'cardNumber',
  'unfreezeQuestion',
  ...authenticationItems,
  'secureLink',
]);
export type HandoffStep = z.infer<typeof HandoffStep>;

/**
 * The information that a human agent gets about a conversation. It holds no secret.
 * - `lastFour`: of the card named last; `freezeReasons`: those of its reasons that the customer was told
 * - `cards`: every card of the case, the newest last
 * - `attemptsLeft`: null where no authentication was in progress
 * - `cardFound`: the customer had reported a loss and now says that the card was found
 * - `callBack`: the customer would like a call on the number that the bank has
 * - `optedOut`: the channel sends nothing to the customer, because they have said STOP
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
