import type { FoundCard } from '../cardSystem/cardSystem.ts';
import type { Circumstances } from './condition.ts';

/** What the preset conditions look at. */
export function circumstances({ card, reserved }: FoundCard): Circumstances {
  return {
    status: card.status,
    freezes: card.freezes,
    reserved: {
      identityDocument: reserved.identityDocumentIndex !== null,
      transactionPassword: reserved.passwordVerifier !== null,
    },
  };
}
