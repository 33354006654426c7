import { hours } from '../../kit/time.ts';
import { type Rule, usedUpByNetwork } from './rule.ts';

/** Nor does a network address on one customer: in web chat every conversation would be a fresh user terminal. */
export const networkOnCustomerBudget: Rule = (history) =>
  usedUpByNetwork(history, ({ onCustomer }) => onCustomer, { most: 4, window: 24 * hours });
