import { hours } from '../../kit/time.ts';
import { type Rule, usedUpByNetwork } from './rule.ts';

/**
 * A network address cannot lock a customer out by itself either: in web chat each new conversation is another user
 * terminal.
 */
export const networkOnCustomerBudget: Rule = (history) =>
  usedUpByNetwork(history, ({ onCustomer }) => onCustomer, { most: 4, window: 24 * hours });
