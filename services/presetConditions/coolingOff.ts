import type { Period } from '../../kit/retention/period.ts';
import { hours } from '../../kit/time.ts';
import type { CardDate } from '../cardSystem/cardDates.ts';
import type { NotYet } from '../contract/notYet.ts';

/**
 * The events after which a policy can demand a wait: the date that each wait counts from, and the reason told to the
 * customer.
 */
export const coolingOffRows = {
  frozen: { date: 'frozenAt', because: 'justFrozen' },
  phoneChanged: { date: 'phoneChangedAt', because: 'justChanged' },
  passwordChanged: { date: 'passwordChangedAt', because: 'justChanged' },
} as const satisfies Record<string, { date: CardDate; because: NotYet['because'] }>;

export type CoolingOff = { readonly [Each in keyof typeof coolingOffRows]: Period };

/**
 * The default waits. After a change of phone or password there is one, because somebody who took it over would unfreeze
 * at once. After a freeze there is none, because somebody who froze the card by mistake should not have to wait.
 */
export const usualCoolingOff: CoolingOff = {
  frozen: { text: 'PT0S', milliseconds: 0 },
  phoneChanged: { text: 'PT12H', milliseconds: 12 * hours },
  passwordChanged: { text: 'PT12H', milliseconds: 12 * hours },
};
