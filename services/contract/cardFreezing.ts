import * as z from 'zod';
import { AuthenticationRequestId } from './authenticationRequest.ts';
import { CardReference, LastFour, NamedCard } from './card.ts';
import { PhoneNumber } from './cardSearch.ts';
import { UserTerminal } from './userTerminal.ts';

/** The proofs that are enough to have a card frozen. A telephone's number proves nothing else. */
export type FreezingShownBy = 'registeredPhone' | 'identityDocument' | 'cardNumber';

/**
 * A customer's request to freeze a card, with everything that they can show: the card's reference, or its last four
 * digits and the number of the telephone; `authenticationRequest` is one of this user terminal in which the identity
 * document may have matched. The bank's side decides whether that is enough.
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
 * The result of a request to freeze.
 * - `frozen`: the card is frozen at its customer's request, now or already before
 * - `freezing`: the request is stored, but the card could not be frozen yet; the bank's side keeps trying
 * - `several`: the full number is needed to tell which card is meant
 * - `notFrozen`: nothing was changed. The answer is the same for an unknown card, somebody else's, a closed one, and
 *   one that was frozen like this too often today
 */
export const CardFreezingAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.enum(['frozen', 'freezing']), card: NamedCard }),
  z.object({ outcome: z.enum(['several', 'notFrozen']) }),
]);
export type CardFreezingAnswer = z.infer<typeof CardFreezingAnswer>;
