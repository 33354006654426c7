import * as z from 'zod';
import { AuthenticationRequestId } from './authenticationRequest.ts';
import { CardReference, LastFour, NamedCard } from './card.ts';
import { PhoneNumber } from './cardSearch.ts';
import { UserTerminal } from './userTerminal.ts';

/** What can show that a card may be frozen for who asks. A telephone's number shows it for nothing else. */
export type FreezingShownBy = 'registeredPhone' | 'identityDocument' | 'cardNumber';

/**
 * A customer wants a card frozen, and says all that they have: the card by its reference, or by its last four digits and
 * the number of the telephone that asks; `authenticationRequest`: one of this user terminal in which the identity document
 * may have matched. The bank's side decides what of it is enough.
 */
export const CardFreezing = z
  .object({
    userTerminal: UserTerminal,
    card: CardReference.optional(),
    lastFour: LastFour.optional(),
    phone: PhoneNumber.optional(),
    authenticationRequest: AuthenticationRequestId.optional(),
  })
  .refine(
    ({ card, lastFour, phone, authenticationRequest }) =>
      card !== undefined ||
      authenticationRequest !== undefined ||
      (lastFour !== undefined && phone !== undefined),
  );
export type CardFreezing = z.infer<typeof CardFreezing>;

/**
 * - `frozen`: the card is frozen at the wish of its customer, now or before
 * - `freezing`: noted, but it could not be frozen yet; that is tried until it is done
 * - `several`: only the full number tells which card is meant
 * - `notFrozen`: nothing was changed; an unknown card, one of somebody else, a closed one and one that was frozen so too
 *   often today are the same
 */
export const CardFreezingAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.enum(['frozen', 'freezing']), card: NamedCard }),
  z.object({ outcome: z.enum(['several', 'notFrozen']) }),
]);
export type CardFreezingAnswer = z.infer<typeof CardFreezingAnswer>;
