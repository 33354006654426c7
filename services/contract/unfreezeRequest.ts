import * as z from 'zod';
import { Language } from '../../kit/language.ts';
import { Instant } from '../../kit/time.ts';
import { AuthenticationRequest, AuthenticationRequestId } from './authenticationRequest.ts';
import { CardReference, NamedCard } from './card.ts';
import { PhoneNumber } from './cardSearch.ts';
import { FreezeReason } from './freezeReason.ts';
import { AuthenticationItem } from './items/index.ts';
import { NotYet } from './notYet.ts';
import { SealingKey } from './sealingKey.ts';
import { Help } from './unfreezeInstructions.ts';
import { UserTerminal } from './userTerminal.ts';

/**
 * 卡片解冻请求, sent from the user terminal to the processor (patent, step 4). `through` a secure link the customer gives
 * the authentication information on a page whose address goes to their registered phone, not on this user terminal.
 * Where the bank demands that the registered phone is shown
 * the answer is a link, whatever was asked for. `phone` is the number of the telephone that asks, where its channel gives
 * one: a link that is asked for from the registered phone has an allowance of its own. `supersedes`: the authentication request of another user terminal that
 * the case has moved from; it ends with this one, so that what was begun there can be finished here alone, unless it is
 * a link's, which belongs to the registered phone. `language` is that of the conversation, in which a link's page is shown.
 */
export const UnfreezeRequest = z.object({
  userTerminal: UserTerminal,
  card: CardReference,
  through: z.literal('secureLink').optional(),
  phone: PhoneNumber.optional(),
  supersedes: AuthenticationRequestId.optional(),
  language: Language.optional(),
});
export type UnfreezeRequest = z.infer<typeof UnfreezeRequest>;

const onItsWay = {
  id: AuthenticationRequestId,
  expiresAt: Instant,
  by: z.literal('code').optional(),
};

/**
 * - `noFrozenCard`: nothing is packaged for this card any more, ask for its status again
 * - `secureLinkSent`: a link is on its way to the registered phone and works until `expiresAt`; `by` a code where
 *   no address may stand in a text to it, with the `page` on which its first digits are enough in the browser that has
 *   asked; `id` is that of the
 *   authentication request, by which `unfreezeRequestState` tells what became of it
 * - `secureLinkOnItsWay`: one was sent before and still works until `expiresAt`, so that none is sent now
 * - `noSecureLink`: too many were sent, or too many attempts have failed: another can be from `notBefore` on; null: none
 *   can be sent from here, or not until the bank's staff release the card
 */
export const UnfreezeAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('authenticationRequested'), authenticationRequest: AuthenticationRequest }),
  z.object({ outcome: z.literal('notRemote'), help: Help, notYet: NotYet.optional() }),
  z.object({ outcome: z.literal('noFrozenCard') }),
  z.object({ outcome: z.literal('secureLinkSent'), ...onItsWay, page: z.url().optional() }),
  z.object({ outcome: z.literal('secureLinkOnItsWay'), ...onItsWay }),
  z.object({ outcome: z.literal('noSecureLink'), notBefore: Instant.nullable() }),
]);
export type UnfreezeAnswer = z.infer<typeof UnfreezeAnswer>;

/**
 * How it stands with an authentication request: also what became of an unfreezing whose answer was lost. `attempt` is the
 * one that an open request waits for, to be sealed to `sealingKey` from now on; it still wants `remaining`, and `attemptsLeft` are those that no lock takes away. It
 * is not there while an unfreezing is under way. `lockedUntil`: a request has ended in a lock that still stands, until a
 * moment or (null) until the bank's staff release it. `reasons`: for what the card was frozen, once it is
 * unfrozen; `others`: the customer's other frozen cards, for half an hour after that and not to who has asked for a link,
 * since another may have opened it.
 */
export const UnfreezeRequestState = z.object({
  id: AuthenticationRequestId,
  state: z.enum(['open', 'unfrozen', 'locked', 'over']),
  attempt: z
    .object({
      attempt: z.int().min(1),
      attemptsLeft: z.int().min(0),
      remaining: z.array(AuthenticationItem).min(1),
      sealingKey: SealingKey.optional(),
    })
    .optional(),
  reasons: z.array(FreezeReason).optional(),
  lockedUntil: Instant.nullable().optional(),
  others: z.array(NamedCard).max(8).optional(),
});
export type UnfreezeRequestState = z.infer<typeof UnfreezeRequestState>;
