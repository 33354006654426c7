import * as z from 'zod';
import { Instant } from '../../kit/time.ts';
import { CardReference } from '../contract/card.ts';
import { CaseId, HandoffReason } from '../contract/handoff.ts';

const card = CardReference.nullable().describe('The card’s reference, by which it is named in every call');
const channel = z.string().describe('The channel, as in a card status query');
const request = z.string().describe('The authentication request');
const message = z.string().describe('The message to the customer’s registered phone');

/** What an event of each type tells. Nothing in it names a customer: the card's reference alone leads to one. */
export const webhookTypes = {
  'freezeNotice.sent': {
    says: 'The customer’s phone was told that the card is frozen, and what to do',
    data: z.object({ card, message }),
  },
  'card.unfrozen': {
    says: 'A card was unfrozen',
    data: z.object({ card, request, channel, freezes: z.array(z.string()) }),
  },
  'unfreezing.refused': {
    says: 'An unfreezing was not allowed, or what was given was not accepted',
    data: z.object({
      card,
      request: request.nullable(),
      channel: channel.nullable(),
      why: z.string().describe('`notAccepted`, or the obstacle of the policy'),
    }),
  },
  'unfreezing.locked': {
    says: 'Too many failures: remote unfreezing of the card is locked',
    data: z.object({
      card,
      request,
      until: z.string().describe('A moment, or `untilReleased`'),
      rule: z.string(),
    }),
  },
  'case.handedOver': {
    says: 'A conversation was handed to a person',
    data: z.object({ card, case: CaseId, reason: HandoffReason, channel }),
  },
  'unfreezing.disowned': {
    says: 'The owner says that an unfreezing was not theirs',
    data: z.object({ card, disownment: z.string(), channel }),
  },
  'receipt.delivered': {
    says: 'The receipt of an unfreezing has arrived on the customer’s registered phone',
    data: z.object({ card, message }),
  },
} as const;
export type WebhookType = keyof typeof webhookTypes;

/** The body that is sent. `timestamp` is the moment of what is told. */
export function webhookBody<Type extends WebhookType>(type: Type) {
  return z.object({
    id: z.string().describe('The same each time that the event comes'),
    type: z.literal(type),
    timestamp: Instant,
    // Named, since the compiler takes it for that of any type.
    data: webhookTypes[type].data as (typeof webhookTypes)[Type]['data'],
  });
}
