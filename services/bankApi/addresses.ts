import * as z from 'zod';
import { AuthenticationAnswer, AuthenticationInformation } from '../contract/authenticationInformation.ts';
import { NamedCard } from '../contract/card.ts';
import { CardStatusAnswer, CardStatusQuery } from '../contract/cardStatusQuery.ts';
import { SealingKey } from '../contract/sealingKey.ts';
import { UnfreezeAnswer, UnfreezeRequest, UnfreezeRequestState } from '../contract/unfreezeRequest.ts';

export const base = '/bank/v1';

/** A card number on its way to its reference. It is looked at, and kept nowhere. */
export const CardNumberGiven = z.object({ cardNumber: z.string().max(64) });

/** `AuthenticationInformation` without the authentication request, which the address names. */
export const InformationGiven = AuthenticationInformation.omit({ authenticationRequest: true });

export const SealingKeys = z.object({ keys: z.array(SealingKey) });

/** Every address of the bank's side that takes a message: what it takes and what it answers. */
export const posts = {
  'card-references': { takes: CardNumberGiven, answers: NamedCard, idempotencyKey: false },
  'card-status-queries': { takes: CardStatusQuery, answers: CardStatusAnswer, idempotencyKey: true },
  'unfreeze-requests': { takes: UnfreezeRequest, answers: UnfreezeAnswer, idempotencyKey: true },
  'authentication-requests/:id/information': {
    takes: InformationGiven,
    answers: AuthenticationAnswer,
    idempotencyKey: true,
  },
} as const;

/** Every address that is only read. */
export const gets = {
  'unfreeze-requests/:id': { answers: UnfreezeRequestState },
  'sealing-keys': { answers: SealingKeys },
} as const;
