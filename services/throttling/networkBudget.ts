import { hours } from '../../kit/time.ts';
import { type Rule, usedUpByNetwork } from './rule.ts';

/**
 * A network address has twenty failures in an hour over all cards, against one password tried on many cards. An
 * hour and no longer, since a whole office or a mobile carrier can stand behind one.
 */
export const networkBudget: Rule = (history) =>
  usedUpByNetwork(history, ({ all }) => all, { most: 20, window: 1 * hours });
