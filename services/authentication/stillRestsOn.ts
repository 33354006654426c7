import type { FoundCard } from '../cardSystem/cardSystem.ts';
import type { FreezeReason } from '../contract/freezeReason.ts';
import type { AuthenticationRequestRow } from '../tables/authenticationRequest.ts';

/** The freeze that wrong passwords put on a card, whoever gives them. */
const ofWrongPasswords: FreezeReason = 'transactionPasswordErrors';

type Rests = Pick<AuthenticationRequestRow, 'cardVersion' | 'freezes' | 'reservedVersion'>;

/**
 * Whether a card and what its customer has reserved are still what an authentication request rests on. The one change
 * that may have come is the freeze of wrong passwords: any stranger can bring it about, and the right password is what
 * lifts it, so that nobody's guesses end what the card's owner has begun.
 */
export function stillRestsOn(
  { cardVersion, freezes, reservedVersion }: Rests,
  { card, reserved }: FoundCard,
): boolean {
  if (reserved.version !== reservedVersion) return false;
  if (card.version === cardVersion) return true;
  // The next version, with one freeze more: nothing else can have happened in between.
  if (card.version !== cardVersion + 1 || freezes === null || freezes.includes(ofWrongPasswords))
    return false;
  return card.freezes.length === freezes.length + 1 && card.freezes.includes(ofWrongPasswords);
}
