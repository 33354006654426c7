import { hours } from '../../kit/time.ts';
import { type Rule, usedUp } from './rule.ts';

/**
 * A network address has twenty failures in an hour over all cards, against one password tried on many cards. An
 * hour and no longer, since a whole office or a mobile carrier can stand behind one.
 */
export const networkBudget: Rule = ({ fromNetwork, channel, now }) =>
  channel === 'secureForm' ? undefined : usedUp(fromNetwork, 20, 1 * hours, now);
