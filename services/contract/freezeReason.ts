import * as z from 'zod';
import { idsOf } from '../../kit/idsOf.ts';

/**
 * Why a card is frozen; a card carries a set of these. `neverRemote` is what no policy lets anybody lift here, and no
 * conversation names: somebody else than the customer may hold the card, the phone or the documents, or a court has
 * spoken, so that knowing the reserved information proves nothing.
 */
const reasonRows = {
  transactionPasswordErrors: { neverRemote: false },
  abnormalTransaction: { neverRemote: false },
  customerRequest: { neverRemote: false },
  dormant: { neverRemote: false },
  reportedLost: { neverRemote: true },
  reportedStolen: { neverRemote: true },
  suspectedFraud: { neverRemote: true },
  identityDocumentExpired: { neverRemote: false },
  judicialOrder: { neverRemote: true },
} as const satisfies Record<string, { neverRemote: boolean }>;

export const freezeReasons = idsOf(reasonRows);

export const FreezeReason = z.enum(freezeReasons);
export type FreezeReason = z.infer<typeof FreezeReason>;

/** A reason that a bank's policy may let customers lift, and that customers may hear. */
export type RemoteReason = {
  [Each in FreezeReason]: (typeof reasonRows)[Each]['neverRemote'] extends true ? never : Each;
}[FreezeReason];

export function mayBeRemote(reason: FreezeReason): reason is RemoteReason {
  return !reasonRows[reason].neverRemote;
}
