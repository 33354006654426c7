import { hours } from '../../kit/time.ts';
import { type Rule, usedUp } from './rule.ts';

/**
 * A user terminal has four failures in 24 hours over all cards. That is one less than the five that lock a card, so no
 * single terminal can lock a stranger out.
 */
export const userTerminalBudget: Rule = ({ fromUserTerminal, channel, now }) =>
  channel === 'secureForm' ? undefined : usedUp(fromUserTerminal, 4, 24 * hours, now);
