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
 * 卡片解冻请求, from the user terminal to the processor (patent, step 4).
 * - `through` a secure link: the customer gives the authentication information on a page whose address goes to their
 *   registered phone, and not on this user terminal. Where the bank demands proof of the registered phone, the answer
 *   is a link in any case.
 * - `phone`: the number of the telephone that asks, where its channel gives one, since links asked for from the
 *   registered phone have their own limit.
 * - `supersedes`: the authentication request on another user terminal that the case has moved from. It ends with this
 *   one, so that the case can be finished only here; a link's request does not end, since it belongs to the registered
 *   phone.
 * - `language`: that of the conversation, in which a link's page is shown.
 * - `startedBy`: once all was shown, a person at the desk starts the unfreezing (`UnfreezingStart`); without it the card is
 *   unfrozen with the last item.
 * - `shownBy`: the authentication request by which the customer has unfrozen another card on this user terminal a moment ago. Where the
 *   bank's side counts what was shown for this card too, nothing is asked for.
 */
export const UnfreezeRequest = z.object({
  userTerminal: UserTerminal,
  card: CardReference,
  through: z.literal('secureLink').optional(),
  phone: PhoneNumber.optional(),
  supersedes: AuthenticationRequestId.optional(),
  language: Language.optional(),
  startedBy: z.literal('agent').optional(),
  shownBy: AuthenticationRequestId.optional(),
});
export type UnfreezeRequest = z.infer<typeof UnfreezeRequest>;

const onItsWay = {
  id: AuthenticationRequestId,
  expiresAt: Instant,
  by: z.literal('code').optional(),
};

/**
 * The answer to an unfreeze request. All but the first say that it cannot be answered with items on this user terminal.
 * - `authenticationRequested`: what to give
 * - `shown`: what was shown before counts, and the unfreezing can be started (`UnfreezingStart`); `id` is that of the
 *   authentication request that stands for it
 * - `noFrozenCard`: there is no frozen card record any more; the card's status must be queried again
 * - `secureLinkSent`: a link goes to the registered phone and works until `expiresAt`; `by` a code where a text to that
 *   phone may not hold an address, with the `page` on which its first digits are enough in the browser that asked; `id`
 *   is that of the authentication request, for `unfreezeRequestState`
 * - `secureLinkOnItsWay`: an earlier link still works until `expiresAt`, so none is sent now
 * - `noSecureLink`: too many were sent, or too many attempts have failed; another can be sent from `notBefore` on;
 *   null: none can be sent from here, or not until the bank's staff release the card
 */
export const UnfreezeAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('authenticationRequested'), authenticationRequest: AuthenticationRequest }),
  z.object({ outcome: z.literal('shown'), id: AuthenticationRequestId }),
  z.object({ outcome: z.literal('notRemote'), help: Help, notYet: NotYet.optional() }),
  z.object({ outcome: z.literal('noFrozenCard') }),
  z.object({ outcome: z.literal('secureLinkSent'), ...onItsWay, page: z.url().optional() }),
  z.object({ outcome: z.literal('secureLinkOnItsWay'), ...onItsWay }),
  z.object({ outcome: z.literal('noSecureLink'), notBefore: Instant.nullable() }),
]);
export type UnfreezeAnswer = z.infer<typeof UnfreezeAnswer>;

/**
 * The state of an authentication request, also of an unfreezing whose answer was lost. `matched`: all was shown, and the
 * unfreezing can be started.
 * - `attempt`: the one that an open request waits for, sealed with `sealingKey`, with its `remaining` items; missing
 *   while an unfreezing is in progress. `attemptsLeft`: the number that no lock takes away
 * - `lockedUntil`: the request has ended in a lock that still holds, until a moment or until the bank's staff release
 *   it (null)
 * - `reasons`: why the card was frozen, once it is unfrozen
 * - `others`: the customer's other frozen cards, for half an hour after that; never for a link, which somebody else may
 *   have opened
 */
export const UnfreezeRequestState = z.object({
  id: AuthenticationRequestId,
  state: z.enum(['open', 'matched', 'unfrozen', 'locked', 'over']),
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

/**
 * Starts the unfreezing of an authentication request in which all was shown: a person at the desk does, or the customer where what was
 * shown before counts. The same again has one effect.
 * `userTerminal`: the conversation that asked for it; a request that was answered through a link is known to that one alone.
 */
export const UnfreezingStart = z.object({
  authenticationRequest: AuthenticationRequestId,
  userTerminal: UserTerminal,
});
export type UnfreezingStart = z.infer<typeof UnfreezingStart>;
