import type { CardOnFile, ReservedInformation } from '../cardSystem/cardSystem.ts';
import type { Circumstances } from './presetConditions/condition.ts';

/** What the preset conditions look at. */
export function circumstances(card: CardOnFile, reserved: ReservedInformation): Circumstances {
  return {
    status: card.status,
    freezes: card.freezes,
    reserved: {
      identityDocument: reserved.identityDocumentIndex !== null,
      transactionPassword: reserved.passwordVerifier !== null,
    },
  };
}
