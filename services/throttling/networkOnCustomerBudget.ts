import { hours } from '../../kit/time.ts';
import { type Rule, usedUp } from './rule.ts';

/** Nor does a network address on one customer: in web chat every conversation would be a fresh user terminal. */
export const networkOnCustomerBudget: Rule = ({ onCustomer, network, channel, now }) =>
  channel === 'secureForm' || network === null
    ? undefined
    : usedUp(
        onCustomer.filter((failure) => failure.network === network),
        4,
        24 * hours,
        now,
      );
