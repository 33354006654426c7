import * as z from 'zod';
import { Instant } from '../../kit/time.ts';
import { AuthenticationRequestId } from './authenticationRequest.ts';
import { ConsentGiven } from './consent.ts';
import { FreezeReason } from './freezeReason.ts';
import { AuthenticationItem } from './items/index.ts';
import { NotYet } from './notYet.ts';
import { Help } from './unfreezeInstructions.ts';
import { UserTerminal } from './userTerminal.ts';

/** The longest envelope that is looked at, in characters; one made by `seal` has about 500. */
export const longestEnvelope = 2048;

/**
 * 认证信息, one sealed item of what an authentication request asked for (patent, step 6). `consent` is the version that the
 * customer has consented to, where the request asks for that.
 */
export const AuthenticationInformation = z.object({
  authenticationRequest: AuthenticationRequestId,
  userTerminal: UserTerminal,
  item: AuthenticationItem,
  envelope: z
    .string()
    .max(longestEnvelope)
    .regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*){4}$/),
  consent: ConsentGiven.optional(),
});
export type AuthenticationInformation = z.infer<typeof AuthenticationInformation>;

/**
 * What became of it. Nothing is said of an item until the attempt's last one is in, and never which was wrong.
 * - `itemTaken`: the attempt still wants `remaining`
 * - `unfrozen`: at that moment; the card's freezes were all lifted, and whoever has shown all of it may know for what `reasons`;
 *   `others` where the customer has other frozen cards, which the state of the request names
 * - `notAccepted`: seal the next try for `attempt`
 * - `tooSoon`: it was not looked at and counts for nothing; the same envelope can be given from `notBefore` on
 * - `locked`: remote unfreezing of this card is paused, until a moment or (null) until the bank's staff release it
 * - `over`: the request expired, was finished or lost its case; a new unfreeze request can be made
 * - `notRemote`: something has come meanwhile that only the bank's staff can lift, or that has to wait (`notYet`)
 */
export const AuthenticationAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('itemTaken'), remaining: z.array(AuthenticationItem).min(1) }),
  z.object({
    outcome: z.literal('unfrozen'),
    at: Instant,
    reasons: z.array(FreezeReason).optional(),
    others: z.literal(true).optional(),
  }),
  z.object({
    outcome: z.literal('notAccepted'),
    attempt: z.int().min(1),
    attemptsLeft: z.int().min(1),
  }),
  z.object({ outcome: z.literal('tooSoon'), notBefore: Instant }),
  z.object({ outcome: z.literal('locked'), until: Instant.nullable(), help: Help }),
  z.object({ outcome: z.literal('over') }),
  z.object({ outcome: z.literal('notRemote'), help: Help, notYet: NotYet.optional() }),
]);
export type AuthenticationAnswer = z.infer<typeof AuthenticationAnswer>;
