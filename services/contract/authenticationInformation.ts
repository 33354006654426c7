import * as z from 'zod';
import { Instant } from '../../kit/time.ts';
import { AuthenticationRequestId } from './authenticationRequest.ts';
import { ConsentGiven } from './consent.ts';
import { FreezeReason } from './freezeReason.ts';
import { AuthenticationItem } from './items/index.ts';
import { NotYet } from './notYet.ts';
import { Help } from './unfreezeInstructions.ts';
import { UserTerminal } from './userTerminal.ts';

/** The longest envelope that is read, in characters; one made by `seal` has about 500. */
export const longestEnvelope = 2048;

/**
 * 认证信息: one sealed item that an authentication request asked for (patent, step 6). `consent` is the version that the
 * customer has agreed to, where the request asks for a consent.
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
 * The result of an item. Before the attempt's last item nothing is said about any of them, and never which one was
 * wrong.
 * - `itemTaken`: the attempt still needs the items in `remaining`
 * - `unfrozen`: at that moment, with all freezes lifted; a customer who has proved everything may hear the `reasons`;
 *   `others`: the customer has other frozen cards, which the state of the request names
 * - `matched`: everything is proved, and a person at the desk starts the unfreezing
 * - `notAccepted`: the next try must be sealed for `attempt`
 * - `tooSoon`: the item was not checked and does not count; the same envelope can be sent again from `notBefore` on
 * - `locked`: remote unfreezing of this card is paused until a moment, or until the bank's staff release it (null)
 * - `over`: the request expired, was finished or belongs to a case that has ended; a new unfreeze request can be made
 * - `notRemote`: meanwhile something has come that only the bank's staff can lift, or that needs a wait (`notYet`)
 */
export const AuthenticationAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('itemTaken'), remaining: z.array(AuthenticationItem).min(1) }),
  z.object({
    outcome: z.literal('unfrozen'),
    at: Instant,
    reasons: z.array(FreezeReason).optional(),
    others: z.literal(true).optional(),
  }),
  z.object({ outcome: z.literal('matched') }),
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
