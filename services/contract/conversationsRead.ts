import * as z from 'zod';
import { Instant } from '../../kit/time.ts';

/** Where the bot's half tells of its conversations, where the bank's side runs apart. Nothing can be changed there. */
export const conversationsReadAddress = '/conversations/v1/readings';

const text = z.string().max(500);
const count = z.int().min(0);

/** How often the same was told. An empty text where there is nothing to say. */
export const Count = z.object({
  ...{ kind: text, channel: text, language: text, step: text, outcome: text, reason: text },
  count,
});
export type Count = z.infer<typeof Count>;

/** One case of today as it stands: `stage` is how far it came, `step` where it is open. Nobody's identity is in it. */
export const CaseSeen = z.object({
  ...{ case: text, begunAt: text, lastAt: text, channel: text, language: text },
  ...{ stage: text, step: text, outcome: text, handedOver: z.boolean() },
});
export type CaseSeen = z.infer<typeof CaseSeen>;

/** What has been told in a time, added up, and how it went hour by hour. */
export const Readings = z.object({
  counts: z.array(Count),
  hours: z.array(z.object({ hour: text, begun: count, unfrozen: count })),
});
export type Readings = z.infer<typeof Readings>;

/** A sentence that was not understood, masked, and how often it came. Whose it was is not known. */
export const MissedSentence = z.object({ words: text, language: text, count });
export type MissedSentence = z.infer<typeof MissedSentence>;

/** Which time, and since when the cases are listed. */
export const ReadingsAsked = z.object({ from: Instant, until: Instant, casesFrom: Instant });
export type ReadingsAsked = z.infer<typeof ReadingsAsked>;

/** All that the operator's page has of conversations; `missed` is null where the bank does not keep sentences. */
export const ConversationsRead = z.object({
  readings: Readings,
  cases: z.array(CaseSeen),
  missed: z.array(MissedSentence).nullable(),
});
export type ConversationsRead = z.infer<typeof ConversationsRead>;

/** How the bot's half tells of its conversations, whose database may be another. */
export interface ConversationReadings {
  /** @returns undefined where it does not answer now */
  read(asked: ReadingsAsked): Promise<ConversationsRead | undefined>;
}
