import { hours } from '../../kit/time.ts';
import { type Rule, usedUp } from './rule.ts';

/**
 * A user terminal has four failures in 24 hours over all cards: one less than lock a card, so that none locks a
 * stranger out by itself.
 */
export const userTerminalBudget: Rule = ({ fromUserTerminal, channel, now }) =>
  channel === 'secureForm' ? undefined : usedUp(fromUserTerminal, 4, 24 * hours, now);
