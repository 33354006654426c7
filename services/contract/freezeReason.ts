import * as z from 'zod';

/** Why a card is frozen. A card carries a set of these. */
export const freezeReasons = [
  'transactionPasswordErrors',
  'abnormalTransaction',
  'customerRequest',
  'dormant',
  'reportedLost',
  'reportedStolen',
  'suspectedFraud',
  'identityDocumentExpired',
  'judicialOrder',
] as const;

export const FreezeReason = z.enum(freezeReasons);
export type FreezeReason = z.infer<typeof FreezeReason>;
