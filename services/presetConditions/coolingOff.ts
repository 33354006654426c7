import type { Period } from '../../kit/retention/period.ts';
import { hours } from '../../kit/time.ts';
import type { CardDate } from '../cardSystem/cardDates.ts';
import type { NotYet } from '../contract/notYet.ts';

/** What is waited after, by its name in a policy, with the date that it counts from and what the customer hears. */
export const coolingOffRows = {
  frozen: { date: 'frozenAt', because: 'justFrozen' },
  phoneChanged: { date: 'phoneChangedAt', because: 'justChanged' },
  passwordChanged: { date: 'passwordChangedAt', because: 'justChanged' },
} as const satisfies Record<string, { date: CardDate; because: NotYet['because'] }>;

export type CoolingOff = { readonly [Each in keyof typeof coolingOffRows]: Period };

/**
 * What counts where a policy says nothing. Whoever has taken a customer's phone or password over unfreezes at once; whoever
 * has frozen a card by mistake should not have to wait.
 */
export const usualCoolingOff: CoolingOff = {
  frozen: { text: 'PT0S', milliseconds: 0 },
  phoneChanged: { text: 'PT12H', milliseconds: 12 * hours },
  passwordChanged: { text: 'PT12H', milliseconds: 12 * hours },
};
