import * as z from 'zod';
import { idsOf } from '../../kit/idsOf.ts';

/**
 * Why a card is frozen; a card carries a set of these. `neverRemote` is what no policy lets anybody lift here, and no
 * conversation names: somebody else than the customer may hold the card, the phone or the documents, or a court has
 * spoken, so that knowing the reserved information proves nothing. `ownerTold`: whoever owns the card may hear of the freeze by
 * text; those who look into a fraud and a court speak for themselves.
 */
const reasonRows = {
  transactionPasswordErrors: { neverRemote: false, ownerTold: true },
  abnormalTransaction: { neverRemote: false, ownerTold: true },
  customerRequest: { neverRemote: false, ownerTold: true },
  dormant: { neverRemote: false, ownerTold: true },
  reportedLost: { neverRemote: true, ownerTold: true },
  reportedStolen: { neverRemote: true, ownerTold: true },
  suspectedFraud: { neverRemote: true, ownerTold: false },
  identityDocumentExpired: { neverRemote: false, ownerTold: true },
  judicialOrder: { neverRemote: true, ownerTold: false },
  // Stands for every reason of a bank's own, which may be as grave as any of these.
  other: { neverRemote: true, ownerTold: false },
} as const satisfies Record<string, { neverRemote: boolean; ownerTold: boolean }>;

export const freezeReasons = idsOf(reasonRows);

export const FreezeReason = z.enum(freezeReasons);
export type FreezeReason = z.infer<typeof FreezeReason>;

/** A reason as a bank's own system names it. One that is not known here counts as `other`. */
export const SaidReason = z
  .string()
  .min(1)
  .max(64)
  .describe(
    `Of ${freezeReasons.join(', ')}. Any other word counts as other: staff help, nobody is asked for a secret`,
  );

/** A reason that a bank's policy may let customers lift, and that customers may hear. */
export type RemoteReason = {
  [Each in FreezeReason]: (typeof reasonRows)[Each]['neverRemote'] extends true ? never : Each;
}[FreezeReason];

export function mayBeRemote(reason: FreezeReason): reason is RemoteReason {
  return !reasonRows[reason].neverRemote;
}

/** Whether the owner may hear by text that their card was frozen for this reason. */
export function isOwnerTold(reason: FreezeReason): boolean {
  return reasonRows[reason].ownerTold;
}
