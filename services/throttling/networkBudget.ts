import { hours } from '../../kit/time.ts';
import { type Rule, usedUpByNetwork } from './rule.ts';

/**
 * A network address has twenty failures in an hour over all cards, which stops somebody who tries one password on many
 * cards. The window is short because an office or a mobile carrier can share one address.
 */
export const networkBudget: Rule = (history) =>
  usedUpByNetwork(history, ({ all }) => all, { most: 20, window: 1 * hours });
