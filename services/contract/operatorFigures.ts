import * as z from 'zod';
import { Instant } from '../../kit/time.ts';
import type { ByHand } from './byHand.ts';
import { CardReference, LastFour } from './card.ts';
import type { CaseSeen, Count, MissedSentence, Readings } from './conversationsRead.ts';
import { FreezeReason } from './freezeReason.ts';
import { handOutcomes } from './handOutcomes.ts';
import { CaseId } from './handoff.ts';

/** Text in which nothing is hidden, and that every database takes: PostgreSQL has no NUL. */
const plain = z.string().regex(/^[^\p{Cc}\p{Cs}]*$/u);

/** What the operator's page is asked for a day, a week or a month. */
export const FigurePeriod = z.enum(['day', 'week', 'month']);
export type FigurePeriod = z.infer<typeof FigurePeriod>;

/** The cases of people, which are in the bot's half. */
export interface CasesOfPeople {
  isOpen(id: CaseId): Promise<boolean>;
  /** @returns false where none of that number is open */
  close(id: CaseId, by: ByHand): Promise<boolean>;
}

/** The stages of a case, in the order in which it goes well. */
export const stages = ['begun', 'cardNamed', 'frozen', 'requested', 'attempted', 'unfrozen'] as const;
export type FunnelStage = (typeof stages)[number];

/**
 * How the carrier of messages stands.
 * - `takenAt`: when it last took one; `failingSince`: since when the oldest of those that it was asked to take waits
 * - `taken`, `failed`: tries of this hour and the one before; `reasons`: why it took none, by its own codes
 */
export type CarrierStanding = {
  takenAt: string | null;
  failingSince: string | null;
  taken: number;
  failed: number;
  reasons: readonly string[];
};

/** How it stands now: whether database and card system answer, and what waits there. */
export type ServiceStanding = {
  database: boolean;
  cardSystem: boolean;
  openUnfreezings: number;
  messagesWaiting: number;
  messagesGivenUp: number;
  carrier: CarrierStanding;
};

/**
 * What the page shows of a time: `bank` is what the bank's side has done, `conversations` null where the bot's half tells nothing,
 * which `isBotAway` where it does not answer now; `missed` null where the bank does not keep such sentences.
 */
export type Figures = {
  from: string;
  until: string;
  bank: Count[];
  conversations: Readings | null;
  isBotAway: boolean;
  cases: CaseSeen[];
  missed: MissedSentence[] | null;
  standing: ServiceStanding;
};

/** Last four digits, a telephone number, a case, or a card's reference. */
export const Sought = z.object({ what: plain.trim().min(1).max(200) });

/** A card among those that were found. */
export type OperatorCardRow = {
  card: string;
  last4: string;
  status: string;
  freezeReasons: readonly string[];
  lockedUntil: string | null;
};

/** What was found; `isAll` is false where there are more, so that who looks has to say more. */
export type CardsFound = { cards: readonly OperatorCardRow[]; isAll: boolean };

/** An entry of the audit trail as it is read here. */
export type TrailEntry = {
  number: number | null;
  at: string;
  action: string;
  actor: string;
  card: string | null;
  details: Record<string, unknown>;
};

/** Why remote unfreezing is paused: since when, until when, by which rule, through which channel, after how many tries. */
export type LockSeen = {
  since: string | null;
  until: string;
  rule: string | null;
  channels: readonly string[];
  tries: number;
};

/** What has become of a message to the customer, and whether it can be tried once more. */
type MessageSeen = {
  message: string;
  kind: string;
  at: string;
  fate: 'waiting' | 'sent' | 'arrived' | 'givenUp';
  isToResend: boolean;
};

/** A freeze that the card system has told of: `isOpen` while its owner may still have to be told, `toldAt` where a message was promised. */
export type NoticeSeen = {
  reason: string;
  frozenAt: string;
  heardAt: string;
  toldAt: string | null;
  isOpen: boolean;
};

/** One card, as far as an operator may know of it. */
export type CardFile = {
  card: string;
  last4: string;
  status: string;
  freezes: readonly { reason: string; since: string | null }[];
  lock: LockSeen | null;
  customer: string;
  language: string;
  otherCards: readonly string[];
  /** Messages about it; neither their texts nor whom they went to. */
  messages: readonly MessageSeen[];
  notices: readonly NoticeSeen[];
  /** Whether it is frozen and lifted in the bank's own card system, and not here. */
  isElsewhere: boolean;
  /** Cases of people about it that are open, where they can be closed from here. */
  cases: readonly string[];
  entries: readonly TrailEntry[];
};

export const CardAsked = z.object({ card: CardReference });

const why = plain.trim().min(3).max(200);
/** An operator's act, with the reason for it. */
export const Act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('release'), card: CardReference, why }),
  z.object({ act: z.literal('lift'), card: CardReference, freeze: FreezeReason, why }),
  z.object({ act: z.literal('freeze'), card: CardReference, freeze: FreezeReason, why }),
  z.object({ act: z.literal('resend'), card: CardReference, message: plain.max(100), why }),
  z.object({ act: z.literal('close'), card: CardReference, case: CaseId, why }),
  z.object({
    ...{ act: z.literal('settle'), unfreezing: plain.min(1).max(100), outcome: z.enum(handOutcomes) },
    checked: z.literal(true).describe('Somebody has looked in the card system'),
    why,
  }),
  z.object({ act: z.literal('replay'), from: Instant, to: Instant.optional(), why }),
]);
export type Act = z.infer<typeof Act>;

/** The result of an act: done, nothing to do, or waiting for a second person. */
export type ActAnswer = {
  outcome: 'done' | 'nothing' | 'asked';
  request?: string;
  until?: string;
  /** How many events go out once more. */
  events?: number;
};

/** An unfreezing that the bank's own card system was asked for, whose end is not known. */
type UnfreezingSeen = {
  unfreezing: string;
  card: string;
  last4: string;
  freezes: readonly string[];
  channel: string;
  since: string;
};

/** What is open between this service and the bank's other systems. */
export type OpenMatters = {
  unfreezings: readonly UnfreezingSeen[];
  /** Whether a system of the bank's own is told of events. */
  tellsEvents: boolean;
};

/** Something that waits for a second person. */
export type Waiting = {
  id: string;
  work: string;
  card: string | null;
  freeze: string | null;
  /** What else is needed to know which one is meant: a message, or an unfreezing and how it ended. */
  about: string | null;
  who: string;
  why: string;
  expiresAt: string;
  /** Whether it can be approved here, and by who reads this. */
  isDoable: boolean;
  isOwn: boolean;
};
export const Decision = z.object({
  id: z.string().regex(/^[A-Z\d]{6}$/),
  decision: z.enum(['approve', 'refuse']),
  why,
});

/** Which entries of the trail. */
export const TrailAsked = z.object({
  last4: LastFour.optional(),
  actor: plain.max(100).optional(),
  action: plain.max(40).optional(),
  before: z.coerce.number().int().min(1).optional(),
});
export type TrailAsked = z.infer<typeof TrailAsked>;
