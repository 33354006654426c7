import type { FoundCard } from '../cardSystem/cardSystem.ts';
import type { FreezeReason } from '../contract/freezeReason.ts';
import type { AuthenticationRequestRow } from '../tables/authenticationRequest.ts';

/** The freeze that wrong passwords cause, whoever gives them. */
const ofWrongPasswords: FreezeReason = 'transactionPasswordErrors';

type Rests = Pick<AuthenticationRequestRow, 'cardVersion' | 'freezes' | 'reservedVersion'>;

/**
 * Whether a card and its customer's reserved information are still those that an authentication request was made for.
 * Only the freeze for wrong passwords may have been added: any stranger can cause it and the right password lifts it,
 * so a stranger's guesses do not end what the card's owner has begun.
 */
export function stillRestsOn(
  { cardVersion, freezes, reservedVersion }: Rests,
  { card, reserved }: FoundCard,
): boolean {
  if (reserved.version !== reservedVersion) return false;
  if (card.version === cardVersion) return true;
  // The version must be exactly the next one, so that nothing but that freeze can have changed.
  if (card.version !== cardVersion + 1 || freezes === null || freezes.includes(ofWrongPasswords))
    return false;
  return card.freezes.length === freezes.length + 1 && card.freezes.includes(ofWrongPasswords);
}
